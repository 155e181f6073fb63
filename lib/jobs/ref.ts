/** Names one job of one kind on one connection; ids are strings everywhere. */
export interface JobRef {
  connection: string;
  kind: string;
  id: string;
}

/** One text per job, for maps and logs. Connection and kind hold no blank. */
export function refKey(ref: JobRef): string {
  return `${ref.connection} ${ref.kind} ${ref.id}`;
}
