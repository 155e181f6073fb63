/** A tool cannot be had. The message says what was tried; `remedy` is the one command that mends it. */
export class ToolMissing extends Error {
  override readonly name = "ToolMissing";
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
