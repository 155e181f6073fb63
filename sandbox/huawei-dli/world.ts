import { Random } from "../kit/random";
import type { WorldClock } from "../kit/world-clock";
import { DEFAULT_PROJECT_ID } from "./accounts";
import { IamTokens } from "./auth/iam-tokens";
import { SignatureGate } from "./auth/signatures";
import { Throttle } from "./auth/throttle";
import type { Batch } from "./batch/batch";
import { makeBatch } from "./batch/make-batch";
import { BATCH_ARRIVAL_MS, seedBatches } from "./batch/seed-batches";
import type { FlinkJob } from "./flink/flink-job";
import { seedFlinkJobs } from "./flink/seed-flink";
import { makeSqlJob } from "./sql/make-sql-job";
import { seedSqlJobs, SQL_ARRIVAL_MS } from "./sql/seed-sql";
import type { SqlJob } from "./sql/sql-job";
import type { DliSwitches } from "./switches";

const DAY = 86_400_000;

/** How many jobs the world starts with, the documents' own included, and whether new ones keep arriving. */
export interface WorldSize {
  sql: number;
  flink: number;
  sparkBatch: number;
  arrivals: boolean;
}

/** All that the sandbox holds. Jobs carry their whole plan, so what they show is a function of the clock. */
export class DliWorld {
  readonly projectId = DEFAULT_PROJECT_ID;
  readonly sql = new Map<string, SqlJob>();
  readonly flink = new Map<number, FlinkJob>();
  readonly batches = new Map<string, Batch>();
  readonly signatures = new SignatureGate();
  readonly throttle = new Throttle();
  tokens: IamTokens;
  /** Makes jobs. */
  random: Random;
  /** Decides what strikes a call, so that calls do not change which jobs arrive. */
  noise: Random;
  #nextSql = 0;
  #nextBatch = 0;

  constructor(
    readonly clock: WorldClock,
    readonly switches: DliSwitches,
    private readonly seed: number,
    private readonly size: WorldSize,
  ) {
    this.random = new Random(seed);
    this.noise = new Random(seed ^ 0x5f3759df);
    this.tokens = new IamTokens(this.noise);
    this.reset();
  }

  /** Seeds everything again, at the clock's present. */
  reset(): void {
    const now = this.clock.now();
    this.random = new Random(this.seed);
    this.noise = new Random(this.seed ^ 0x5f3759df);
    this.tokens = new IamTokens(this.noise);
    this.signatures.reset();
    this.throttle.reset();
    refill(this.sql, seedSqlJobs(this.random, now, this.size.sql));
    refill(this.flink, seedFlinkJobs(this.random, now, this.size.flink));
    refill(this.batches, seedBatches(this.random, now, this.size.sparkBatch));
    this.#nextSql = now + SQL_ARRIVAL_MS;
    this.#nextBatch = now + BATCH_ARRIVAL_MS;
  }

  /** Called at the start of each request: what is due by the clock has happened. */
  begin(): void {
    if (this.switches.expireTokens) {
      this.tokens.revokeAll();
      this.switches.expireTokens = false;
    }
    if (!this.size.arrivals) return;
    const now = this.clock.now();
    // A leap of more than a day is not played out submission by submission.
    this.#nextSql = Math.max(this.#nextSql, now - DAY);
    this.#nextBatch = Math.max(this.#nextBatch, now - DAY);
    for (; this.#nextSql <= now; this.#nextSql += this.random.int(SQL_ARRIVAL_MS / 2, SQL_ARRIVAL_MS * 1.5)) {
      const job = makeSqlJob(this.random, this.#nextSql);
      this.sql.set(job.id, job);
    }
    for (; this.#nextBatch <= now; this.#nextBatch += this.random.int(BATCH_ARRIVAL_MS / 2, BATCH_ARRIVAL_MS * 1.5)) {
      const batch = makeBatch(this.random, this.#nextBatch);
      this.batches.set(batch.id, batch);
    }
  }

  /** A number that no definition has. */
  freeFlinkId(): number {
    return Math.max(0, ...this.flink.keys()) + 1;
  }
}

function refill<K, V extends { id: K }>(map: Map<K, V>, items: V[]): void {
  map.clear();
  for (const item of items) map.set(item.id, item);
}
