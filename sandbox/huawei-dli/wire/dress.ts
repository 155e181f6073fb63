import type { DliSwitches } from "../switches";

/** What `is_success` is on an endpoint by the documents; Spark batches have no such field. */
export type SuccessType = "boolean" | "string" | "none";

/** The value of `is_success` as the switch has it. */
export function isSuccess(
  value: boolean,
  documented: SuccessType,
  setting: DliSwitches["isSuccess"],
): boolean | string {
  const type = setting === "documented" ? documented : setting;
  if (type === "capitalised-string") return value ? "True" : "False";
  return type === "string" ? String(value) : value;
}

// Fields that are numbers, lists or objects: an empty string in them is nothing that the vendor was ever seen to send.
const NOT_TEXT = new Set(
  `start_time end_time create_time update_time duration input_size input_row_count bad_row_count result_count progress
  sub_job_id sub_jobs killed_tasks_summary tags root_id edge_group_ids executor_number executor_cu_number cu_number
  parallel_number dependency_jars dependency_files tm_cus tm_slot_num resume_max_num idle_state_retention real_cu_number
  restart_times resource_config with_column_header restart_when_exception resume_checkpoint has_savepoint
  graph_editor_enabled checkpoint_interval cpu_cost output_byte rows schema log stage_ids is_success`.split(/\s+/),
);

/**
 * The body as it goes out. Answers are written with `undefined` for a known field that is absent, so that the switch can
 * send it as null or "" instead; `is_success` is written as a boolean and typed here.
 */
export function dress(body: unknown, documented: SuccessType, switches: DliSwitches): unknown {
  if (Array.isArray(body)) return body.map((item: unknown) => dress(item, documented, switches));
  if (typeof body !== "object" || body === null) return body;
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(body)) {
    if (key === "is_success" && typeof value === "boolean") {
      out[key] = isSuccess(value, documented, switches.isSuccess);
    } else if (value === undefined || value === null || value === "") {
      const empty = emptyValue(key, value, switches.emptyValues);
      if (empty !== undefined) out[key] = empty;
    } else {
      out[key] = dress(value, documented, switches);
    }
  }
  return out;
}

function emptyValue(key: string, value: undefined | null | "", setting: DliSwitches["emptyValues"]) {
  switch (setting) {
    case "null":
      return null;
    case "empty-string":
      return NOT_TEXT.has(key) ? value : "";
    case "missing":
      return undefined;
    default:
      return value;
  }
}

/** A field that holds JSON in a string, as the switch has it. Null, "" and the documents' "xxx" stay what they are. */
export function jsonString(text: string | null | undefined, setting: DliSwitches["jsonStrings"]) {
  if (text === null || text === undefined || text === "" || text === "xxx") return text;
  switch (setting) {
    case "truncated":
      return text.slice(0, Math.max(1, Math.floor(text.length * 0.6)));
    case "placeholder":
      return "xxx";
    case "empty":
      return "";
    case "null":
      return null;
    default:
      return text;
  }
}
