/** How a value is written for people. A value of another type than expected is written as it is. */
export type FieldShow =
  | "text"
  | "mono"
  | "flag"
  | "count"
  | "seconds"
  | "ms"
  | "instant"
  | "list"
  | "cu"
  | "settings"
  | "operators"
  | "estimate";

/** The two documents a field is looked up in, as they came. */
export interface FlinkDocuments {
  job: Readonly<Record<string, unknown>>;
  config: Readonly<Record<string, unknown>>;
}

/** One field of `job_detail` or `job_config` (seed "Querying Job Details", Tables 3 and 4, and contract page 2.9). */
export interface FlinkField {
  from: keyof FlinkDocuments;
  /** Its path in our details: `checkpointInterval`, `resourceConfig.maxSlot`. */
  key: string;
  /** The vendor's own name: `checkpoint_interval`. */
  vendorKey: string;
  label: string;
  show: FieldShow;
  /** Enums and special numbers in words; null: there is none for this value. */
  words?: (value: unknown, documents: FlinkDocuments) => string | null;
  /** Whether a value is the documented default. */
  isDefault?: (value: unknown, documents: FlinkDocuments) => boolean;
}

/** The value at a field's path; undefined where the vendor did not speak of it. */
export function fieldValue({ from, key }: Pick<FlinkField, "from" | "key">, documents: FlinkDocuments): unknown {
  const found = valueAt(documents[from], key);
  // Editions differ on where image, feature and version stand (contract page 5.5).
  return found === undefined && from === "config" && !SHARED.has(key) ? valueAt(documents.job, key) : found;
}

/** Names that both documents have, each with its own meaning. */
const SHARED: ReadonlySet<string> = new Set(["rootId", "edgeGroupIds", "graphEditorEnabled"]);

function valueAt(document: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), document);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a field says: told apart are a value, the documented default, null, an empty text or list, and silence. */
export type FieldState = "set" | "default" | "null" | "empty" | "absent";

export function fieldState(field: FlinkField, documents: FlinkDocuments): FieldState {
  const value = fieldValue(field, documents);
  if (value === undefined) return "absent";
  if (value === null) return "null";
  if (value === "" || (Array.isArray(value) && value.length === 0)) return "empty";
  return field.isDefault?.(value, documents) ? "default" : "set";
}
