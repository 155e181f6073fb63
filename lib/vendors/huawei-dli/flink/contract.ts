import { z } from "zod";
import { Flag, Id, Numeric, Text, Word } from "@/lib/vendors/huawei-dli/fields";

/** What the states hang on; every field of the configuration reaches the details as it came. */
const JobConfig = z.looseObject({ restart_when_exception: Flag, resume_max_num: Numeric }).nullish().catch(undefined);

/** A Flink job, as a row of either list shape and as `job_detail` (seed "Querying Job Details", Table 3). */
export const FlinkJob = z.looseObject({
  /** A number on the wire, text with us. */
  job_id: Id,
  status: Word,
  name: Text,
  status_desc: Text,
  job_type: Text,
  queue_name: Text,
  user_name: Text,
  /** What some editions call it (contract page 2.8). */
  username: Text,
  /** Epoch ms; 0 or null: never started. */
  start_time: Numeric,
  /** ms; only where `show_detail` is false. */
  duration: Numeric,
  restart_times: Numeric,
  sql_body: Text,
  job_config: JobConfig,
});
export type FlinkJob = z.infer<typeof FlinkJob>;

export const FlinkJobList = z.looseObject({
  job_list: z.looseObject({ total_count: Numeric, jobs: z.array(z.unknown()) }),
});

export const FlinkJobDetail = z.looseObject({ job_detail: z.record(z.string(), z.unknown()) });

/** Flink's own `/jobs/:jid` document; only `jid` is promised by every edition (contract page 2.13). */
export const FlinkExecuteGraph = z.looseObject({ execute_graph: z.record(z.string(), z.unknown()) });

/** One element of the answer to run and stop. */
export const FlinkActionAnswer = z.looseObject({ message: Text });
