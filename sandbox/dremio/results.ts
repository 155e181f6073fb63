import { ACCOUNTS } from "./accounts";
import type { Cell, Column } from "./cells";
import { endOf, phaseAt, type Job } from "./job";
import { madeUpRow, MADE_UP_COLUMNS } from "./made-up-rows";
import { withOddRows } from "./odd-rows";
import type { ResultSet } from "./sql/run-select";
import { selectJobs } from "./system-tables";
import type { World } from "./world";

/** `results.max.age_in_days` is 1, and a REST query keeps at most a million rows (vendors' document, 5.3). */
const KEPT_MS = 86_400_000;
const MOST_ROWS = 1_000_000;
const MOST_SETS = 40;

/** A page of results as the API writes it. */
export interface Page {
  rowCount: number;
  schema: Column[];
  rows: Record<string, Cell>[];
}

/** Keeps what listings have answered, the last forty of them. */
export class Results {
  #sets = new Map<string, ResultSet>();

  constructor(private readonly world: World) {}

  /** Runs a listing at the instant at which it executes, and keeps its rows. Throws `SqlError`. */
  run(job: Job, at: number): number {
    if (job.output.kind !== "select") return job.rows;
    const account = ACCOUNTS.find(({ name }) => name === job.user) ?? null;
    const result = selectJobs(this.world, job.output.text, job.output.cloud, account, at);
    const { oddRows, hugeList } = this.world.switches;
    this.#sets.set(job.id, withOddRows(result, oddRows));
    for (const id of this.#sets.keys()) {
      if (this.#sets.size <= MOST_SETS) break;
      this.#sets.delete(id);
    }
    return Math.max(hugeList, this.#sets.get(job.id)?.rows.length ?? 0);
  }

  /** Null: the results were purged although the job is still known. */
  page(job: Job, offset: number, limit: number, now: number): Page | null {
    const end = endOf(job) ?? now;
    if (this.world.switches.resultsExpired || end < now - KEPT_MS) return null;
    if (job.output.kind === "summary") return summary(job, offset, limit);
    if (job.output.kind === "rows") return madeUp(job, offset, limit, phaseAt(job, now).state);
    const set = this.#sets.get(job.id);
    return set ? this.#listing(job, set, offset, limit) : null;
  }

  clear(): void {
    this.#sets.clear();
  }

  #listing(job: Job, set: ResultSet, offset: number, limit: number): Page {
    const { endlessPages, hugeList } = this.world.switches;
    const schema = set.columns;
    const total = Math.max(set.rows.length, hugeList);
    const count = endlessPages ? limit : Math.max(0, Math.min(limit, total - offset));
    const rows = Array.from({ length: set.rows.length > 0 ? count : 0 }, (_, index) => {
      const position = offset + index;
      const cells = set.rows[position % set.rows.length] ?? [];
      const row = named(schema, cells);
      // Beyond the true rows each needs an id of its own, or it would be the same job again.
      if (!endlessPages && position >= set.rows.length && "job_id" in row) row.job_id = madeUpId(position);
      return row;
    });
    return { rowCount: endlessPages ? MOST_ROWS : Math.max(job.rows, rows.length), schema, rows };
  }
}

function madeUp(job: Job, offset: number, limit: number, state: string): Page {
  const total = state === "COMPLETED" ? Math.min(job.rows, MOST_ROWS) : 0;
  const count = Math.max(0, Math.min(limit, total - offset));
  const schema = [...MADE_UP_COLUMNS];
  const rows = Array.from({ length: count }, (_, index) => named(schema, madeUpRow(job.id, offset + index)));
  return { rowCount: job.rows, schema, rows };
}

/** A statement that writes says how many rows it affected, but has one row to show. */
function summary(job: Job, offset: number, limit: number): Page {
  const schema: Column[] = [
    { name: "ok", type: { name: "BOOLEAN" } },
    { name: "summary", type: { name: "VARCHAR" } },
  ];
  const rows = offset === 0 && limit > 0 ? [{ ok: true, summary: `${job.rows} records` }] : [];
  return { rowCount: job.rows, schema, rows };
}

function named(schema: readonly Column[], cells: Cell[]): Record<string, Cell> {
  return Object.fromEntries(schema.map(({ name }, index) => [name, cells[index] ?? null]));
}

function madeUpId(position: number): string {
  return `10000000-0000-0000-0000-${position.toString(16).padStart(10, "0")}00`;
}
