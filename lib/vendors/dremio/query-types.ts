/** The console's groups ACCELERATION and INTERNAL (vendor document 2.6): hidden until someone asks for them. */
const INTERNAL = new Set([
  "UI_INITIAL_PREVIEW",
  "PREPARE_INTERNAL",
  "METADATA_REFRESH",
  "INTERNAL_ICEBERG_METADATA_DROP",
  "UNKNOWN",
]);

/** Whether Dremio, not a person or a tool, runs queries of this type. The set of types is open: new ones are shown. */
export function isInternal(queryType: string): boolean {
  return INTERNAL.has(queryType) || queryType.startsWith("ACCELERATOR_") || queryType.startsWith("UI_INTERNAL_");
}
