import type { Execution } from "./execution";
import type { DatameerSwitches } from "./switches";
import type { World } from "./world";

/** The word that an answer of `/api` or `/rest` has for the execution's state. */
export function statusWord(
  execution: Execution,
  generation: "api" | "rest",
  world: World,
  switches: DatameerSwitches,
): string {
  const { status } = execution;
  if (status === "QUEUED" && switches.waitingState && world.engine.isBehind(execution)) return "WAITING_FOR_OTHER_JOB";
  if (status === "RUNNING") {
    if (switches.abortingState && execution.stopAskedAt !== null) return "ABORTING";
    return execution.word ?? switches.unknownStatus ?? status;
  }
  const quirk = switches.statusCaseQuirk;
  const quirky = quirk === "everywhere" || (quirk === "rest" && generation === "rest");
  return quirky && status === "COMPLETED_WITH_WARNINGS" ? "COMPLETED_WITH_Warnings" : status;
}
