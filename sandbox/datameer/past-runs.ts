import { Random } from "../kit/random";
import type { Artifact } from "./artifacts";
import { type Execution, queued } from "./execution";
import { drawPlan, mix } from "./plan";

/** Ids below belong to the examples of the vendor's page. */
const firstId = 101;

/**
 * The runs that ended before the world was born. Nothing is stored: the n-th run of an artifact is drawn when it is
 * asked for, and its id tells which one it is, so 5,000 artifacts with 200 runs each cost no memory.
 */
export class PastRuns {
  readonly #artifacts: Artifact[];
  readonly #index: Map<number, number>;

  /** `end` is when the last of them had ended; `spacing` lies between two runs of one artifact; both milliseconds. */
  constructor(
    artifacts: Artifact[],
    private readonly runs: number,
    private readonly spacing: number,
    private readonly end: number,
    private readonly seed: number,
  ) {
    this.#artifacts = artifacts;
    this.#index = new Map(artifacts.map((artifact, index) => [artifact.configurationId, index]));
  }

  /** The first id that no past run has. */
  get nextId(): number {
    return firstId + this.#artifacts.length * this.runs * 2;
  }

  /** The run with that id, or null: ids have gaps, as one sequence serves the whole server. */
  byId(id: number): Execution | null {
    const slot = Math.floor((id - firstId) / 2);
    if (slot < 0 || slot >= this.#artifacts.length * this.runs) return null;
    const index = slot % this.#artifacts.length;
    const run = this.#run(index, Math.floor(slot / this.#artifacts.length));
    return run?.id === id ? run : null;
  }

  /** The runs of one configuration, newest first. */
  *of(configurationId: number): Generator<Execution> {
    const index = this.#index.get(configurationId);
    if (index === undefined) return;
    for (let number = this.runs - 1; number >= 0; number--) {
      const run = this.#run(index, number);
      if (run) yield run;
    }
  }

  #run(index: number, number: number): Execution | null {
    const artifact = this.#artifacts[index];
    if (!artifact) return null;
    const random = new Random(mix(this.seed, artifact.configurationId, number));
    const plan = drawPlan(artifact, random);
    plan.runMs = Math.min(plan.runMs, this.spacing * 0.5);
    const share = index / this.#artifacts.length;
    const queuedAt = this.end - this.spacing * (this.runs - number - 0.3 * share);
    const run = queued({
      id: firstId + (number * this.#artifacts.length + index) * 2 + random.int(0, 1),
      configurationId: artifact.configurationId,
      queuedAt: Math.round(queuedAt),
      user: artifact.owner,
      trigger: "SCHEDULER",
      plan,
    });
    const early = plan.ends === "CANCELED" && random.chance(0.3);
    const startAt = Math.round(queuedAt + Math.min(plan.compileMs, this.spacing * 0.1));
    run.startAt = early ? null : startAt;
    run.stopAt = Math.round(startAt + plan.runMs * (plan.ends === "CANCELED" ? 0.5 : 1));
    run.status = plan.ends;
    return run;
  }
}
