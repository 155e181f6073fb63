import { Random } from "../kit/random";
import { type Artifact, artifactAt, artifactsOf } from "./artifacts";
import { atWallTime } from "./dates";
import { Engine } from "./engine";
import { type Execution, type Plan, queued } from "./execution";
import { ExecutionStore } from "./execution-store";
import { PastRuns } from "./past-runs";
import { drawPlan, mix } from "./plan";
import { type PinnedExecution, type Situation, situations } from "./seed-situations";
import type { DatameerSwitches } from "./switches";

export interface WorldOptions {
  seed: number;
  artifacts: number;
  runsPerArtifact: number;
  /** About how many executions are active at any time. */
  active: number;
}

/** Life before the world's first moment, so that it is born in mid-stride. */
const warmUpMs = 30 * 60_000;

/** One Datameer server: artifacts, executions, and what happens next. Tell it the time before asking anything. */
export class World {
  readonly artifacts: Artifact[];
  readonly store: ExecutionStore;
  readonly engine: Engine;
  readonly deletedData = new Set<number>();
  readonly #random: Random;
  readonly #byConfiguration = new Map<number, Artifact>();
  readonly #byKey = new Map<string, Artifact>();
  readonly #dependents = new Map<number, Artifact[]>();
  readonly #gaps: boolean;
  #nextId: number;
  #now: number;

  constructor(
    private readonly options: WorldOptions,
    private readonly switches: DatameerSwitches,
    now: number,
  ) {
    const situation = switches.seedSituation === null ? null : (situations[switches.seedSituation] ?? null);
    this.#now = now;
    this.#random = new Random(mix(options.seed, 7));
    this.artifacts = artifactsOf(options.artifacts, options.seed).map((artifact) => ({
      ...artifact,
      ...situation?.artifacts?.find((change) => change.configurationId === artifact.configurationId),
    }));
    this.artifacts.forEach((artifact) => this.#index(artifact));

    const period = this.#periodMs();
    const born = now - warmUpMs;
    const past = situation ? null : this.#past(period, born);
    this.#gaps = situation === null;
    this.#nextId = situation ? (situation.nextId ?? 1) : (past?.nextId ?? 101);
    this.store = new ExecutionStore(switches, past);
    this.engine = new Engine({
      store: this.store,
      switches,
      periodMs: situation ? null : period,
      submit: (artifact, at) => this.submit(artifact, artifact.owner, "SCHEDULER", at),
      dependentsOf: (configurationId) =>
        (this.#dependents.get(configurationId) ?? []).filter((artifact) => artifact.starts === "data"),
    });
    const shown: Situation[] = situation ? [situation] : Object.values(situations).filter(({ always }) => always);
    for (const { executions } of shown) executions.forEach((execution) => this.#pin(execution));
    if (situation) return;
    const scheduled = this.artifacts.filter((artifact) => artifact.starts === "schedule");
    scheduled.forEach((artifact, index) => this.engine.schedule(artifact, born + (index * period) / scheduled.length));
    this.advance(now);
  }

  get now(): number {
    return this.#now;
  }

  /** Plays on to `now`, epoch milliseconds. */
  advance(now: number): void {
    this.#now = Math.max(now, this.#now);
    this.engine.advance(this.#now);
  }

  artifact(configurationId: number): Artifact | null {
    return this.#byConfiguration.get(configurationId) ?? null;
  }

  /** By file id, uuid or path, as `/api` addresses it. */
  artifactByKey(key: string): Artifact | null {
    return this.#byKey.get(key) ?? null;
  }

  /** Artifacts that read this configuration's data, whether or not new data starts them. */
  dependents(configurationId: number): Artifact[] {
    return this.#dependents.get(configurationId) ?? [];
  }

  execution(id: number): Execution | null {
    return this.store.byId(id, this.#now);
  }

  latest(artifact: Artifact): Execution | null {
    return this.store.latestOf(artifact.configurationId, this.#now);
  }

  /** Accepts a run of the artifact; parts of its plan may be given, the rest is drawn. */
  submit(artifact: Artifact, user: string, trigger: string, at = this.#now, plan: Partial<Plan> = {}): Execution {
    const id = this.#takeId();
    const drawn = drawPlan(artifact, new Random(mix(this.options.seed, artifact.configurationId, id)));
    const facts = { id, configurationId: artifact.configurationId, queuedAt: at, user, trigger };
    const execution = queued({ ...facts, plan: { ...drawn, ...plan } });
    this.store.add(execution);
    this.engine.accept(execution);
    return execution;
  }

  /** A new artifact that runs only when it is told to. */
  addArtifact(path: string, more: Partial<Artifact>): Artifact {
    const configurationId = Math.max(...this.artifacts.map((artifact) => artifact.configurationId), 900) + 1;
    const fileId = Math.max(...this.artifacts.map((artifact) => artifact.fileId), 1900) + 1;
    const facts = { starts: "manual" as const, meanRunMs: 60_000, records: 1_000, ...more };
    const artifact = artifactAt(configurationId, fileId, path, this.#random, facts);
    this.artifacts.push(artifact);
    this.#index(artifact);
    return artifact;
  }

  #index(artifact: Artifact): void {
    this.#byConfiguration.set(artifact.configurationId, artifact);
    for (const key of [String(artifact.fileId), artifact.uuid, artifact.path]) this.#byKey.set(key, artifact);
    for (const upstream of artifact.upstream) {
      this.#dependents.set(upstream, [...(this.#dependents.get(upstream) ?? []), artifact]);
    }
  }

  #periodMs(): number {
    const busy = this.artifacts.filter(({ starts }) => starts === "schedule" || starts === "data");
    return busy.reduce((sum, artifact) => sum + artifact.meanRunMs, 0) / this.options.active;
  }

  #past(periodMs: number, born: number): PastRuns {
    const pinned = new Set(
      Object.values(situations).flatMap(({ always, executions }) =>
        always ? executions.map(({ configurationId }) => configurationId) : [],
      ),
    );
    const lived = this.artifacts.filter(
      ({ starts, configurationId }) => starts !== "never" && !pinned.has(configurationId),
    );
    const { runsPerArtifact, seed } = this.options;
    const spacing = Math.min(periodMs, (27 * 86_400_000) / Math.max(1, runsPerArtifact));
    return new PastRuns(lived, runsPerArtifact, spacing, born, seed);
  }

  #pin({ id, configurationId, status, start, stop, pinned }: PinnedExecution): void {
    const artifact = this.artifact(configurationId);
    if (!artifact) return;
    const at = (text: string | null) => (text === null ? null : atWallTime(text, this.switches.timeZone));
    const plan = drawPlan(artifact, new Random(mix(this.options.seed, configurationId, id)));
    if (status === "COMPLETED_WITH_WARNINGS") plan.dropped = 12;
    const [startAt, stopAt] = [at(start), at(stop)];
    const queuedAt = startAt ?? stopAt ?? this.#now;
    this.store.add({
      ...queued({ id, configurationId, queuedAt, user: artifact.owner, trigger: "RESTAPI", plan }),
      status,
      startAt,
      stopAt,
      keep: true,
      pinned: pinned ?? {},
    });
  }

  #takeId(): number {
    const id = this.#nextId;
    this.#nextId += this.#gaps && this.#random.chance(0.25) ? this.#random.int(2, 4) : 1;
    return id;
  }
}
