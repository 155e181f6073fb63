import { isWord } from "@/lib/vendors/huawei-dli/flink/states";

/** What the document says about money in three of its 14 states (seed "Querying Job Details"); it is silent in all others. */
export interface Billing {
  code: "billing-started" | "billing-stopped" | "billing-ended";
  /** Epoch ms, as the vendor's own fields; null where it gives no instant. */
  since: number | null;
}

export function billingIn(word: string, startTime: number | null): Billing | null {
  if (isWord(word, "job_running")) return { code: "billing-started", since: startTime };
  if (isWord(word, "job_running_exception")) return { code: "billing-stopped", since: null };
  if (isWord(word, "job_arrearage_stopped")) return { code: "billing-ended", since: null };
  return null;
}
