import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** A file's lines. It is opened when the first is asked for: readline drops lines that come before anybody waits for them. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file), crlfDelay: Infinity });
}
