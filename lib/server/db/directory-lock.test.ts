import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DirectoryInUse, lockDirectory } from "@/lib/server/db/directory-lock";
import { killAll, killHard, messageOf, startScript } from "@/lib/server/db/testing/child";

let folder: string;
const HOLD = "lib/server/db/testing/hold-directory.ts";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jobwatch-lock-"));
});
afterEach(async () => {
  await killAll();
  rmSync(folder, { recursive: true, force: true });
});

async function refusal(directory: string): Promise<string> {
  const error = await lockDirectory(directory).then(
    async (lock) => {
      await lock.release();
      return null;
    },
    (reason: unknown) => reason,
  );
  if (!(error instanceof DirectoryInUse)) throw new Error(`not refused: ${String(error)}`);
  return error.message;
}

test("whoever comes second is told who holds it, also when the holder is stopped; a dead holder is replaced", async () => {
  const directory = join(folder, "data");
  const holder = startScript(HOLD, [directory]);
  await messageOf(holder);
  expect(await refusal(directory)).toContain(`process ${holder.pid}`);

  holder.kill("SIGSTOP");
  // However often it is asked: a live lock is never stolen.
  for (let n = 0; n < 3; n++) expect(await refusal(directory)).toContain(`process ${holder.pid}`);

  holder.kill("SIGCONT");
  await killHard(holder);
  const lock = await lockDirectory(directory);
  expect(await refusal(directory)).toContain(`process ${process.pid}`);
  await lock.release();
  await (await lockDirectory(directory)).release();
});

test("the directory is made for its owner alone", async () => {
  const directory = join(folder, "deep", "data");
  const lock = await lockDirectory(directory);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  await lock.release();
  expect(existsSync(join(directory, "holder.json"))).toBe(false);
});

test("of many who come at once one gets it, also where the path is too long for a socket", async () => {
  for (const directory of [join(folder, "data"), join(folder, "x".repeat(120), "data")]) {
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => lockDirectory(directory)));
    const won = all.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(won).toHaveLength(1);
    await won[0]?.release();
  }
});
