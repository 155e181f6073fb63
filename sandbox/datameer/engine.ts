import type { Artifact } from "./artifacts";
import { EventQueue } from "./event-queue";
import { type Execution, type FinalStatus, isActive } from "./execution";
import type { ExecutionStore } from "./execution-store";
import type { DatameerSwitches } from "./switches";

type Event = { kind: "due"; artifact: Artifact } | { kind: "ready" | "end" | "stopped"; execution: Execution };

export interface EngineParts {
  store: ExecutionStore;
  switches: DatameerSwitches;
  /** Milliseconds between two scheduled runs of one artifact; null: nothing runs by itself. */
  periodMs: number | null;
  /** Accepts a run that nobody asked for. */
  submit(artifact: Artifact, at: number): void;
  /** Artifacts that start when this configuration has new data. */
  dependentsOf(configurationId: number): Artifact[];
}

/** Plays what was planned, up to the moment it is told, event by event. */
export class Engine {
  readonly #events = new EventQueue<Event>();
  #waiting: Execution[] = [];
  #sinceSweep = 0;

  constructor(private readonly parts: EngineParts) {}

  /** Makes the artifact run by itself from `first` on. */
  schedule(artifact: Artifact, first: number): void {
    this.#events.push(first, { kind: "due", artifact });
  }

  /** Takes over an execution that was just accepted. */
  accept(execution: Execution): void {
    this.#events.push(execution.queuedAt + execution.plan.compileMs, { kind: "ready", execution });
  }

  /** Everything that happens up to and including `now`. */
  advance(now: number): void {
    for (let next = this.#events.popUntil(now); next; next = this.#events.popUntil(now))
      this.#play(next.event, next.at);
    this.#fill(now);
  }

  /** A stop takes effect at once where the execution is queued, else after the switch's delay. */
  stop(execution: Execution, now: number): void {
    execution.stopAskedAt ??= now;
    if (execution.status === "QUEUED") this.#finish(execution, "CANCELED", now);
    else this.#events.push(now + this.parts.switches.stopDelayMs, { kind: "stopped", execution });
    this.advance(now);
  }

  /** Whether it is held up by another execution rather than by a full server. */
  isBehind(execution: Execution): boolean {
    if (execution.status !== "QUEUED") return false;
    return this.#upstreamOf(execution).some(isActive) || this.#hasEarlier(execution);
  }

  #play(event: Event, at: number): void {
    switch (event.kind) {
      case "due":
        if (this.parts.periodMs !== null) this.schedule(event.artifact, at + this.parts.periodMs);
        if (this.parts.store.activeOf(event.artifact.configurationId).length === 0)
          this.parts.submit(event.artifact, at);
        return;
      case "ready":
        if (event.execution.status !== "QUEUED") return;
        event.execution.ready = true;
        this.#waiting.push(event.execution);
        return this.#fill(at);
      case "end":
        if (event.execution.status === "RUNNING") this.#finish(event.execution, event.execution.plan.ends, at);
        return;
      case "stopped": {
        if (event.execution.status !== "RUNNING") return;
        const loses = event.execution.stopLosesRace ?? this.parts.switches.stopLosesRace;
        return this.#finish(event.execution, loses ? "COMPLETED" : "CANCELED", at);
      }
    }
  }

  #finish(execution: Execution, status: FinalStatus, at: number): void {
    execution.status = status;
    execution.stopAt = at;
    this.parts.store.settle(execution);
    this.#waiting = this.#waiting.filter((other) => other !== execution);
    if (endedWell(execution) && !execution.sequence) {
      for (const artifact of this.parts.dependentsOf(execution.configurationId)) {
        if (this.parts.store.activeOf(artifact.configurationId).length === 0) this.parts.submit(artifact, at);
      }
    }
    if (++this.#sinceSweep >= 2_000) {
      this.#sinceSweep = 0;
      this.parts.store.sweep(at);
    }
    this.#fill(at);
  }

  /** Gives the free places to those that wait, first come first served. */
  #fill(at: number): void {
    const orphan = this.#waiting.find((waiting) =>
      this.#upstreamOf(waiting).some((upstream) => !isActive(upstream) && !endedWell(upstream)),
    );
    if (orphan) return this.#finish(orphan, "CANCELED", at);
    let running = this.parts.store.active().filter((execution) => execution.status === "RUNNING").length;
    for (const execution of [...this.#waiting]) {
      if (running >= this.parts.switches.maxConcurrent) return;
      if (this.isBehind(execution)) continue;
      this.#start(execution, at);
      running += 1;
    }
  }

  #start(execution: Execution, at: number): void {
    this.#waiting = this.#waiting.filter((other) => other !== execution);
    execution.status = "RUNNING";
    execution.startAt = at;
    const { runMs, ends } = execution.plan;
    this.#events.push(at + Math.round(ends === "CANCELED" ? runMs / 2 : runMs), { kind: "end", execution });
  }

  #upstreamOf(execution: Execution): Execution[] {
    return execution.after.flatMap((id) => this.parts.store.byId(id, 0) ?? []);
  }

  #hasEarlier(execution: Execution): boolean {
    return this.parts.store.activeOf(execution.configurationId).some((other) => other.id < execution.id);
  }
}

function endedWell(execution: Execution): boolean {
  return execution.status === "COMPLETED" || execution.status === "COMPLETED_WITH_WARNINGS";
}
