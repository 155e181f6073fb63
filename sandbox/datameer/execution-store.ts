import { type Execution, isActive } from "./execution";
import type { PastRuns } from "./past-runs";
import type { DatameerSwitches } from "./switches";

const day = 86_400_000;

/** Every execution the server still knows: the ones lived through here, and the past that is drawn when asked for. */
export class ExecutionStore {
  readonly #byId = new Map<number, Execution>();
  readonly #byConfiguration = new Map<number, Execution[]>();
  readonly #active = new Set<Execution>();
  readonly #purged = new Set<number>();

  constructor(
    private readonly switches: DatameerSwitches,
    private readonly past: PastRuns | null,
  ) {}

  add(execution: Execution): void {
    this.#byId.set(execution.id, execution);
    const runs = this.#byConfiguration.get(execution.configurationId);
    if (runs) runs.push(execution);
    else this.#byConfiguration.set(execution.configurationId, [execution]);
    if (isActive(execution)) this.#active.add(execution);
  }

  settle(execution: Execution): void {
    this.#active.delete(execution);
  }

  /** Queued and running ones, in the order in which they were accepted. */
  active(): Execution[] {
    return [...this.#active];
  }

  activeOf(configurationId: number): Execution[] {
    return this.active().filter((execution) => execution.configurationId === configurationId);
  }

  byId(id: number, now: number): Execution | null {
    const execution = this.#byId.get(id) ?? this.past?.byId(id) ?? null;
    return execution && this.#isKept(execution, now) ? execution : null;
  }

  /** The runs of one configuration that housekeeping has left, newest first. */
  *of(configurationId: number, now: number): Generator<Execution> {
    const lived = this.#byConfiguration.get(configurationId) ?? [];
    for (const execution of lived.toReversed()) if (this.#isKept(execution, now)) yield execution;
    for (const execution of this.past?.of(configurationId) ?? []) {
      if (this.#isOld(execution, now)) return;
      if (this.#isKept(execution, now)) yield execution;
    }
  }

  latestOf(configurationId: number, now: number): Execution | null {
    for (const execution of this.of(configurationId, now)) return execution;
    return null;
  }

  /** Takes one execution out of the server's memory, as housekeeping would. */
  purge(id: number): void {
    this.#purged.add(id);
    const execution = this.#byId.get(id);
    if (execution) this.#active.delete(execution);
  }

  /** Frees what housekeeping has removed. */
  sweep(now: number): void {
    for (const [configurationId, runs] of this.#byConfiguration) {
      const kept = runs.filter((execution) => this.#isKept(execution, now));
      if (kept.length === runs.length) continue;
      for (const execution of runs) if (!kept.includes(execution)) this.#byId.delete(execution.id);
      this.#byConfiguration.set(configurationId, kept);
    }
  }

  #isKept(execution: Execution, now: number): boolean {
    return !this.#purged.has(execution.id) && (execution.keep || !this.#isOld(execution, now));
  }

  #isOld(execution: Execution, now: number): boolean {
    return execution.stopAt !== null && execution.stopAt < now - this.switches.purgeAfterDays * day;
  }
}
