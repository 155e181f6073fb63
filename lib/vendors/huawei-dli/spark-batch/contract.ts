import { z } from "zod";
import { Id, Numeric, Text, Word } from "@/lib/vendors/huawei-dli/fields";

/** A session: a list's row and the answer by id are the same document (contract page 2.16). */
export const SparkBatch = z.looseObject({
  /** A UUID; `appId` is something else, and often null. */
  id: Id,
  state: Word,
  name: Text,
  owner: Text,
  queue: Text,
  /** The same thing under its old name. */
  cluster_name: Text,
  kind: Text,
  message: Text,
  /** Epoch ms. */
  create_time: Numeric,
  update_time: Numeric,
  /** ms */
  duration: Numeric,
});
export type SparkBatch = z.infer<typeof SparkBatch>;

export const SparkBatchList = z.looseObject({ total: Numeric, sessions: z.array(z.unknown()) });

/** `GET …/batches/{batch_id}/state`. */
export const SparkBatchState = z.looseObject({ state: Word });

export const SparkBatchLog = z.looseObject({
  from: Numeric,
  total: Numeric,
  log: z.array(z.unknown()).nullish().catch(undefined),
});

export const SparkBatchCancel = z.looseObject({ msg: Text });
