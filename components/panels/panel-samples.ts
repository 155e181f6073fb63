import { CONFIGURATION_SAMPLES, EXECUTION_SAMPLES } from "@/components/panels/datameer/samples";
import { QUERY_SAMPLES } from "@/components/panels/dremio/samples";
import { BATCH_SAMPLES, FLINK_SAMPLES, SQL_SAMPLES } from "@/components/panels/huawei-dli/samples";
import type { JobDetail } from "@/lib/contract/job";

/** What one panel is shown with in the gallery. */
export interface PanelSamples {
  /** Of the gallery's group, part of its address. */
  id: string;
  title: string;
  /** Jobs by situation. */
  jobs: Readonly<Record<string, JobDetail>>;
}

/** Every panel by vendor and kind, in each situation that it draws differently. */
export const PANEL_SAMPLES: readonly PanelSamples[] = [
  { id: "panel-dremio-query", title: "Panel: Dremio query", jobs: QUERY_SAMPLES },
  { id: "panel-dli-sql", title: "Panel: DLI SQL job", jobs: SQL_SAMPLES },
  { id: "panel-dli-flink", title: "Panel: DLI Flink job", jobs: FLINK_SAMPLES },
  { id: "panel-dli-spark-batch", title: "Panel: DLI Spark batch", jobs: BATCH_SAMPLES },
  { id: "panel-datameer-execution", title: "Panel: Datameer execution", jobs: EXECUTION_SAMPLES },
  { id: "panel-datameer-configuration", title: "Panel: Datameer configuration", jobs: CONFIGURATION_SAMPLES },
];
