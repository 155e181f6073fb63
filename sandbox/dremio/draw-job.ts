import type { Random } from "../kit/random";
import { DATASETS } from "./catalog";
import { drawLife, type Life } from "./draw-life";
import { layOut, type Job } from "./job";
import { newJobId } from "./job-id";
import { engineFor, queueFor } from "./queues";
import { drawRelationships, drawStatement, type Statement } from "./statements";
import type { Flavor } from "./switches";

/** Draws one job of the day that is submitted at `at` (epoch ms). */
export function drawJob(random: Random, at: number, flavor: Flavor): Job {
  const statement = drawStatement(random);
  const queue = statement.role && queueFor(flavor, statement.role);
  const life = drawLife(random, flavor, queue?.name ?? null, statement.user);
  return makeJob(random, at, flavor, statement, life);
}

/** Makes the job of this statement with this life. */
export function makeJob(random: Random, at: number, flavor: Flavor, statement: Statement, life: Life): Job {
  const { role } = statement;
  const paths = statement.datasets.map((index) => DATASETS[index]?.path.join(".") ?? "");
  const rowsScanned = role === null ? 0 : random.int(1_000, 90_000_000);
  return {
    id: newJobId(random, at),
    user: statement.user,
    queryType: statement.queryType,
    sql: statement.sql,
    phases: layOut(at, life.steps),
    queue: role && queueFor(flavor, role),
    engine: role ? engineFor(flavor, role) : "",
    context: "",
    datasets: paths,
    scanned: paths.map((path) => path.split(".").at(-1) ?? path),
    rows: role === null ? 1 : random.int(0, statement.writes ? 400_000 : 60_000),
    keepsRows: random.chance(0.5),
    restampsStart: random.chance(0.1),
    rowsScanned,
    bytesScanned: rowsScanned * random.int(20, 140),
    cost: rowsScanned * 38.15 + 350,
    errorMessage: life.errorMessage ?? "",
    cancellationReason: life.cancellationReason ?? "",
    relationships: drawRelationships(random, statement),
    cancelHabit: "normal",
    cancelAsked: null,
    listed: true,
    output: { kind: role === null || statement.writes ? "summary" : "rows" },
  };
}
