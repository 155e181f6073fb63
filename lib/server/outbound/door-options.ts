import type { AddressPolicy } from "@/lib/server/outbound/address-rules";
import type { CallFacts, OutboundLog, OutboundTimings } from "@/lib/server/outbound/call-facts";
import type { ResolveName } from "@/lib/server/outbound/guarded-lookup";

/** What a connection's door needs from the server around it. */
export interface DoorOptions {
  policy: AddressPolicy;
  resolve: ResolveName;
  /** Epoch ms, for what leaves the server and for what callers compare. */
  now: () => number;
  /** Ms of a clock that never steps: a corrected system clock must neither stop calls for an hour nor release a burst. */
  tick: () => number;
  log: OutboundLog | undefined;
  onCall: ((facts: CallFacts) => void) | undefined;
  timings: OutboundTimings;
  bodyCap: number;
  onClose: () => void;
}
