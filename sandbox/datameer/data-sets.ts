import type { Artifact } from "./artifacts";
import type { Execution } from "./execution";
import type { World } from "./world";

/** One stored result. Its id is neither an execution's nor a configuration's. */
export interface DataSet {
  id: number;
  at: number;
  records: number;
}

const offset = 19_000;
/** The server keeps the data of this many runs of an artifact. */
const kept = 3;
const searched = 25;

/** The results that the artifact's newest good runs left, newest first. Export jobs store none. */
export function dataSetsOf(artifact: Artifact, world: World): DataSet[] {
  if (artifact.type === "export-job") return [];
  const sets: DataSet[] = [];
  let seen = 0;
  for (const execution of world.store.of(artifact.configurationId, world.now)) {
    if (sets.length === kept || ++seen > searched) break;
    const set = dataSetOf(execution);
    if (set) sets.push(set);
  }
  return sets.filter(({ id }) => !world.deletedData.has(id));
}

/** The artifact that a data id belongs to, or null where there is no such data (any more). */
export function ownerOfData(dataId: number, world: World): Artifact | null {
  const execution = world.execution(dataId - offset);
  const artifact = execution && world.artifact(execution.configurationId);
  return artifact && dataSetsOf(artifact, world).some(({ id }) => id === dataId) ? artifact : null;
}

function dataSetOf(execution: Execution): DataSet | null {
  const good = execution.status === "COMPLETED" || execution.status === "COMPLETED_WITH_WARNINGS";
  if (!good || execution.stopAt === null) return null;
  const records = execution.pinned?.successCount ?? execution.plan.records - execution.plan.dropped;
  return { id: offset + execution.id, at: execution.stopAt, records };
}
