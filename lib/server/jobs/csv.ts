/** The list's export and the audit's, which the browser makes, harden cells alike. */
export { csvRow } from "@/lib/format/csv";
