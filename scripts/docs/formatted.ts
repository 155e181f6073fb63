import { format, resolveConfig } from "prettier";

/** A text as Prettier would leave it in this file. */
export async function formatted(text: string, file: string): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
