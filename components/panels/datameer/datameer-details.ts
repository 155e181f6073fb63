import { DatameerConfigurationDetails, DatameerExecutionDetails } from "@/lib/contract/details/datameer";
import type { Integer } from "@/components/panels/quantity";

/** What an execution's page and its configuration's page have alike. */
export type DatameerDetails = DatameerExecutionDetails | DatameerConfigurationDetails;

const first = (...values: (Integer | null | undefined)[]): string | null => {
  const found = values.find((value) => value !== null && value !== undefined && value !== "");
  return found === undefined || found === null ? null : String(found);
};

/** The four ids that must not be mixed (contract page 2), each from whichever document names it. */
export interface DatameerIds {
  executionId: string | null;
  configurationId: string | null;
  fileId: string | null;
  uuid: string | null;
  path: string | null;
}

export function idsOf(details: DatameerDetails): DatameerIds {
  const { file } = details;
  const definition = details.type === "datameer/configuration" ? details.definition?.file : null;
  return {
    executionId: first(details.executionId, details.jobExecutionId),
    configurationId: first(details.configurationId, details.jobConfigurationId, details.dapJobConfigurationId),
    fileId: first(details.fileId, file?.id),
    uuid: first(details.uuid, file?.uuid, definition?.uuid),
    path: first(details.path, file?.path, definition?.path),
  };
}
