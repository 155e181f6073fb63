import type { JobState } from "@/lib/jobs/state";

/** A change of the vendor's word. Instants are epoch ms. */
export interface Transition {
  run: string | null;
  attempt: number;
  fromVendorState: string | null;
  vendorState: string;
  state: JobState;
  /** When the vendor says it happened, or when it was first seen. */
  at: number;
  /** The last moment at which the word before was seen; null where the vendor states the moment, or nothing was known. */
  earliest: number | null;
  certainty: "vendor" | "observed";
}
