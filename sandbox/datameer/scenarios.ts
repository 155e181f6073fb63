import type { ArtifactType } from "./artifacts";
import { clockChange } from "./dates";
import type { Execution, Plan } from "./execution";
import type { DatameerSwitches } from "./switches";
import type { World } from "./world";

/** One situation that a test can ask for, as data. */
export interface Scenario {
  about: string;
  plan?: Partial<Plan>;
  change?: Partial<Pick<Execution, "stopLosesRace" | "word">>;
  /** How many executions it makes, each of its own artifact; two with `sameArtifact` queue behind each other. */
  count?: number;
  sameArtifact?: boolean;
  /** Ended around the newest clock change of the server's zone. */
  around?: "fold" | "gap";
  /** Only the artifact, without a run. */
  neverRuns?: boolean;
}

const hour = 3_600_000;
const quick: Partial<Plan> = {
  compileMs: 200,
  runMs: 2_000,
  ends: "COMPLETED",
  records: 494_400,
  dropped: 0,
  estimate: true,
};
const slow: Partial<Plan> = { ...quick, runMs: hour };

/** Unless said otherwise each makes an artifact of its own and starts it now. */
export const scenarios: Record<string, Scenario> = {
  quick: { about: "queued 0.2 s, runs 2 s, completes", plan: quick },
  "slow-run": { about: "starts after 0.2 s and runs for an hour", plan: slow },
  queues: { about: "stays queued for an hour", plan: { ...quick, compileMs: hour } },
  warns: {
    about: "like quick, ends COMPLETED_WITH_WARNINGS",
    plan: { ...quick, ends: "COMPLETED_WITH_WARNINGS", dropped: 37 },
  },
  fails: { about: "like quick, ends ERROR", plan: { ...quick, ends: "ERROR" } },
  "canceled-by-other": {
    about: "runs 2 s, then somebody cancels it",
    plan: { ...quick, runMs: 4_000, ends: "CANCELED" },
  },
  "no-estimate": { about: "slow, never has an estimate", plan: { ...slow, estimate: false } },
  "progress-goes-back": {
    about: "runs 10 minutes; progress falls back every 20 s",
    plan: { ...slow, runMs: 600_000, progressGoesBack: true },
  },
  "sub-second": { about: "starts and ends within one second", plan: { ...quick, compileMs: 0, runMs: 1 } },
  "stop-loses": {
    about: "slow; a stop is accepted and the run completes anyway",
    plan: slow,
    change: { stopLosesRace: true },
  },
  "unknown-word": { about: "slow; its state is a word that no page has", plan: slow, change: { word: "COMPILING" } },
  behind: {
    about: "two runs of one artifact: the second waits for the first",
    plan: slow,
    count: 2,
    sameArtifact: true,
  },
  burst: { about: "26 at once: with nothing else running 25 run and one is queued", plan: slow, count: 26 },
  "never-run": { about: "an artifact without a run", neverRuns: true },
  "dst-fold": {
    about: "ended; ran across the hour that happens twice, so its stop reads earlier than its start",
    plan: quick,
    around: "fold",
  },
  "dst-gap": { about: "ended; ran across the hour that does not exist", plan: quick, around: "gap" },
};

export interface ScenarioAnswer {
  configurationId: number;
  fileId: number;
  uuid: string;
  path: string;
  executionId: number | null;
}

export interface ScenarioRequest {
  scenario: string;
  configurationId?: number;
  type?: ArtifactType;
  user?: string;
  plan?: Partial<Plan>;
}

const endings: Record<ArtifactType, string> = { "import-job": "imp", workbook: "wbk", "export-job": "exp" };

/** Plays a scenario now. Throws RangeError with the reason where it cannot be played. */
export function playScenario(request: ScenarioRequest, world: World, switches: DatameerSwitches): ScenarioAnswer[] {
  const scenario = scenarios[request.scenario];
  if (!scenario)
    throw new RangeError(`no scenario ${request.scenario}; there are ${Object.keys(scenarios).join(", ")}`);
  const turn = scenario.around ? clockChange(switches.timeZone, world.now, scenario.around) : null;
  if (scenario.around && turn === null) throw new RangeError(`${switches.timeZone} had no ${scenario.around} lately`);
  const given = request.configurationId === undefined ? null : world.artifact(request.configurationId);
  if (request.configurationId !== undefined && !given)
    throw new RangeError(`no configuration ${request.configurationId}`);

  let artifact = given;
  return Array.from({ length: scenario.count ?? 1 }, () => {
    if (!artifact || (!scenario.sameArtifact && !given)) artifact = newArtifact(request, world);
    const { configurationId, fileId, uuid, path } = artifact;
    const ids = { configurationId, fileId, uuid, path };
    if (scenario.neverRuns) return { ...ids, executionId: null };
    const plan = { ...scenario.plan, ...request.plan };
    const execution = world.submit(artifact, request.user ?? artifact.owner, switches.triggerWord, world.now, plan);
    Object.assign(execution, scenario.change);
    if (turn !== null) endAround(execution, turn, world);
    world.advance(world.now);
    return { ...ids, executionId: execution.id };
  });
}

function newArtifact(request: ScenarioRequest, world: World) {
  const type = request.type ?? "import-job";
  const path = `/Sandbox/${request.scenario}-${world.artifacts.length}.${endings[type]}`;
  return world.addArtifact(path, { ends: "well", owner: request.user === "analyst" ? "analyst" : "admin" });
}

/** From half an hour before the change to a quarter of an hour after it. */
function endAround(execution: Execution, turn: number, world: World): void {
  const [startAt, stopAt] = [turn - hour / 2, turn + hour / 4];
  Object.assign(execution, { queuedAt: startAt, startAt, stopAt, status: "COMPLETED", keep: true });
  world.store.settle(execution);
}
