import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DirectoryInUse } from "@/lib/server/db/directory-lock";
import { FsyncFs } from "@/lib/server/db/fsync-fs";
import { openEmbedded } from "@/lib/server/db/open-embedded";
import { setupCodes } from "@/lib/server/db/schema/access";
import { killAll, killHard, startScript } from "@/lib/server/db/testing/child";

let folder: string;

// Each opening is a process of its own, which a busy machine takes its time over.
vi.setConfig({ testTimeout: 240_000 });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jobwatch-embedded-"));
});
afterEach(async () => {
  await killAll();
  rmSync(folder, { recursive: true, force: true });
});

test("each commit reaches the disk, and a second opener is refused", async () => {
  const directory = join(folder, "data");
  const { db, close } = await openEmbedded(directory);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  expect(((await db.execute(sql`show fsync`)) as unknown as { rows: unknown[] }).rows).toEqual([{ fsync: "on" }]);
  const before = FsyncFs.calls;
  for (let n = 0; n < 20; n++) await db.insert(setupCodes).values({ hash: `row-${n}`, createdAt: n });
  expect(FsyncFs.calls - before).toBeGreaterThanOrEqual(20);
  // One a commit, beside a checkpoint now and then.
  expect(FsyncFs.calls - before).toBeLessThan(200);
  await expect(openEmbedded(directory)).rejects.toThrow(DirectoryInUse);
  await close();
});

/** Rows that the process acknowledged before it was killed, in the middle of its writing. */
async function writeUntilKilled(directory: string, prefix: string, after: number) {
  const child = startScript("lib/server/db/testing/write-rows.ts", [directory, prefix]);
  const acknowledged: string[] = [];
  const facts = { found: -1 };
  await new Promise<void>((resolve, reject) => {
    child.on("message", (message: { found?: number; acknowledged?: string }) => {
      if (message.found !== undefined) facts.found = message.found;
      if (message.acknowledged !== undefined) acknowledged.push(message.acknowledged);
      if (acknowledged.length >= after) resolve();
    });
    child.once("exit", (code) => reject(new Error(`the writer ended with ${String(code)}`)));
  });
  await killHard(child);
  return { acknowledged, found: facts.found };
}

test("no row that was acknowledged is lost to kill -9, and each next process opens what is left", async () => {
  const directory = join(folder, "data");
  const all: string[] = [];
  for (let n = 0; n < 3; n++) {
    const { acknowledged, found } = await writeUntilKilled(directory, `kill${n}`, 40 + 37 * n);
    // The writer may have committed a row whose word did not arrive any more.
    expect(found).toBeGreaterThanOrEqual(all.length);
    all.push(...acknowledged);
  }
  const { db, close } = await openEmbedded(directory);
  const present = new Set((await db.select({ hash: setupCodes.hash }).from(setupCodes)).map(({ hash }) => hash));
  expect(all.filter((hash) => !present.has(hash))).toEqual([]);
  await close();
});
