import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { linesOf } from "./lines-of";

const folder = mkdtempSync(join(tmpdir(), "jobwatch-lines-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("loses no line to a reader that begins late and takes its time", async () => {
  const file = join(folder, "data.jsonl");
  const count = 5_000;
  writeFileSync(file, Array.from({ length: count }, (_, index) => `${index}\n`).join(""));
  const lines = linesOf(file);
  // Long enough for a file that had been opened already to be read to its end.
  await sleep(100);
  const seen: string[] = [];
  for await (const line of lines) {
    if (seen.length % 1_000 === 0) await sleep(5);
    seen.push(line);
  }
  expect(seen).toEqual(Array.from({ length: count }, (_, index) => String(index)));
});
