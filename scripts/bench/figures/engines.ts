import { sql } from "drizzle-orm";
import type { JobFilter } from "../../../lib/contract/list-query";
import type { OpenDatabase } from "../../../lib/server/db/database";
import { FsyncFs } from "../../../lib/server/db/fsync-fs";
import { countByState, listJobRows } from "../../../lib/server/store/list-jobs";
import type { Figure, Reading } from "../figure";
import { readBatches } from "../read-batches";
import { ms } from "../report";
import { p50 } from "../statistics";
import { openStore, type Engine } from "../store";

const JOBS = 20_000;
const ROUNDS = 60;

/** The same statements on both engines, each commit of both on the disk. */
export const engines: Figure = {
  name: "engines",
  about: `the embedded database against PostgreSQL, ${JOBS} stored jobs, fsync on both`,
  needsBuild: false,
  patienceSeconds: 420,
  async run(scenes) {
    const open = async (engine: Engine) => {
      const database = await openStore(await scenes.store(engine, JOBS));
      scenes.atEndOfFigure(() => database.close());
      return database;
    };
    const embedded = await open("embedded");
    const postgres = await open("postgres");
    const synced = FsyncFs.calls;
    const ours = await timesOn(embedded);
    if (FsyncFs.calls === synced) throw new Error("the embedded database does not flush its commits");
    await mustFlush(postgres);
    const theirs = await timesOn(postgres);
    return Object.entries(ours).map(([what, time]): Reading => {
      const base = theirs[what] ?? Number.NaN;
      return { what, value: time / base, limit: { atMost: 6 }, absolute: `${ms(time)} over ${ms(base)}, p50` };
    });
  },
};

async function mustFlush({ db }: OpenDatabase): Promise<void> {
  const { rows } = (await db.execute(sql`show fsync`)) as unknown as { rows: { fsync: string }[] };
  if (rows[0]?.fsync !== "on") throw new Error("this PostgreSQL does not flush its commits");
}

/** p50 in ms of each statement. */
async function timesOn(database: OpenDatabase): Promise<Record<string, number>> {
  const { db } = database;
  const list = (filter: JobFilter) => () =>
    listJobRows(db, { filter, sort: "-submittedAt", limit: 50, cursor: undefined, scope: null });
  const questions: Record<string, () => Promise<unknown>> = {
    "a page of the list": list({}),
    "a page of one state and owner": list({ state: ["failed"], owner: ["owner-7"] }),
    "a page of a rare word": list({ q: "load 19999" }),
    "counts by state": () => countByState(db, {}, null),
    "one small commit": () => db.execute(sql`update connection_health set spent = spent + 1`),
  };
  const times: Record<string, number> = {};
  for (const [what, ask] of Object.entries(questions)) {
    const taken: number[] = [];
    for (let n = -20; n < ROUNDS; n++) {
      const started = performance.now();
      await ask();
      if (n >= 0) taken.push(performance.now() - started);
    }
    times[what] = p50(taken);
  }
  const batches = await readBatches(database, 4, 2);
  times["500 new readings"] = p50(batches.fresh);
  times["500 changed readings"] = p50(batches.changed);
  times["500 unchanged readings"] = p50(batches.unchanged);
  return times;
}
