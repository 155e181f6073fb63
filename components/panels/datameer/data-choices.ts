import { DatameerConfigurationDetails } from "@/lib/contract/details/datameer";

export interface DataChoice {
  id: string;
  at: string | null;
  timestamp: string | null;
  recordCount: number | string | null;
}

/** The data sets a deletion can name, and which was pointed at: the one asked for, else the only one there is. */
export function dataChoices(details: Record<string, unknown> | undefined): { choices: DataChoice[]; chosen: string } {
  const { datas } = DatameerConfigurationDetails.parse({ ...details, type: "datameer/configuration" });
  const choices = (datas ?? []).map(({ id, at, timestamp, recordCount }): DataChoice => ({
    id: String(id),
    at: at ?? null,
    timestamp: timestamp ?? null,
    recordCount: recordCount ?? null,
  }));
  const asked = details?.dataId;
  const only = choices.length === 1 ? choices[0]?.id : undefined;
  return { choices, chosen: typeof asked === "string" || typeof asked === "number" ? String(asked) : (only ?? "") };
}
