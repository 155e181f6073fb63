/** Why a query over a system table failed. */
export type ListingFailure = "column" | "table" | "permission" | "other";

/**
 * Reads it from the words of the failed job: Dremio gives nothing else (vendor document 2.4, 5.1). Unknown words are
 * `other`, which is an error like any; nothing here decides a job's state.
 */
export function listingFailureOf(words: string): ListingFailure {
  if (/\bcolumn\b.*\bnot found\b/i.test(words)) return "column";
  if (/\b(object|table)\b.*\bnot found\b/i.test(words)) return "table";
  if (/permission|privilege|not authori[sz]ed|access denied/i.test(words)) return "permission";
  return "other";
}
