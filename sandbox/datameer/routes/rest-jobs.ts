import { type Context, Hono } from "hono";
import { outcomeOf } from "../counters";
import { dateText, estimateText } from "../dates";
import { type Execution, estimateOf, isActive, progressOf } from "../execution";
import { has } from "../switches";
import { type Env, unknownInRest, visibleConfiguration, visibleExecution } from "../vendor-context";
import { statusWord } from "../words";

/** The reads of the older API: status by configuration, history, details, the running list (vendor page). */
export const restJobs = new Hono<Env>()
  .get("/job-configuration/job-status/:id", (c) => {
    const artifact = visibleConfiguration(c, c.req.param("id"));
    if (!artifact) return unknownInRest(c);
    const execution = c.get("world").latest(artifact);
    return c.json(execution ? row(c, execution) : {});
  })
  .get("/job-configuration/job-history/:id", (c) => {
    const artifact = visibleConfiguration(c, c.req.param("id"));
    if (!artifact) return unknownInRest(c);
    const { emptyHistory, historyOrder } = c.get("switches");
    const [start, length] = [whole(c.req.query("start"), 0), whole(c.req.query("length"), 10)];
    const rows: unknown[] = [];
    let index = 0;
    const newestFirst = c.get("world").store.of(artifact.configurationId, c.get("world").now);
    for (const execution of historyOrder === "newest-first" ? newestFirst : [...newestFirst].reverse()) {
      if (index >= start + length) break;
      if (index++ >= start) rows.push(row(c, execution));
    }
    return c.json(index === 0 && emptyHistory === "{}" ? {} : rows);
  })
  .get("/job-execution/job-details/:id", (c) => {
    const found = visibleExecution(c, c.req.param("id"));
    if (!found) return unknownInRest(c);
    const { execution, artifact } = found;
    const { world, switches } = c.var;
    const ids = { jobConfigurationId: artifact.configurationId, file: { id: artifact.fileId, uuid: artifact.uuid } };
    return c.json({
      ...times(c, execution),
      jobStatus: statusWord(execution, "rest", world, switches),
      ...(has(switches, "7.4") ? ids : {}),
      ...outcomeOf(execution, artifact, world.now),
    });
  })
  .get("/jobs/list-running", (c) => {
    const { world, switches } = c.var;
    const shown = world.store
      .active()
      .filter(({ status }) => status === "RUNNING" || switches.listIncludesQueued)
      .sort((a, b) => (a.startAt ?? Infinity) - (b.startAt ?? Infinity) || a.id - b.id);
    return c.json(shown.map((execution) => runningRow(c, execution)));
  });

/** One row of the running list: it never has a name, and an execution id only after the first moments. */
function runningRow(c: Context<Env>, execution: Execution): Record<string, unknown> {
  const { world, switches } = c.var;
  const estimate = switches.omitEstimate ? null : estimateOf(execution, world.now);
  const since = execution.pinned ? -Infinity : (execution.startAt ?? execution.queuedAt);
  const young = world.now - since < switches.listIdDelayMs;
  const withId = !young && !switches.dropExecutionIdInList && !execution.pinned?.hideId;
  return {
    dapJobConfigurationId: execution.configurationId,
    ...(estimate === null ? {} : { estimateTime: estimateText(estimate, "rest", switches) }),
    ...(withId ? { jobExecutionId: execution.id } : {}),
    jobStatus: statusWord(execution, "rest", world, switches),
    progress: progressOf(execution, world.now),
    startTime: execution.startAt === null ? null : dateText(execution.startAt, "old", switches),
  };
}

function row(c: Context<Env>, execution: Execution): { id: number; jobStatus: string } {
  return { id: execution.id, jobStatus: statusWord(execution, "rest", c.get("world"), c.get("switches")) };
}

/** Details write the older text before 7.4 and the newer one from there on. */
function times(c: Context<Env>, execution: Execution): Record<string, string | null> {
  const { switches } = c.var;
  const shape = has(switches, "7.4") ? "us" : "old";
  const text = (at: number | null) => (at === null ? null : dateText(at, shape, switches));
  const startTime = text(execution.startAt);
  if (!isActive(execution)) return { startTime, stopTime: text(execution.stopAt) };
  return switches.runningStopTime === "null" ? { startTime, stopTime: null } : { startTime };
}

function whole(value: string | undefined, otherwise: number): number {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : otherwise;
}
