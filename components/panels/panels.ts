"use client";

import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { PanelProps } from "@/components/panels/panel-props";

/** One entry per `details.type`; a type that is not here has the panel that lists every field. */
export const PANELS: Record<string, ComponentType<PanelProps>> = {
  "dremio/query": dynamic(() => import("@/components/panels/dremio/query-panel").then((part) => part.QueryPanel)),
  "huawei-dli/sql": dynamic(() => import("@/components/panels/huawei-dli/sql-panel").then((part) => part.SqlPanel)),
  "huawei-dli/flink": dynamic(() =>
    import("@/components/panels/huawei-dli/flink-panel").then((part) => part.FlinkPanel),
  ),
  "huawei-dli/spark-batch": dynamic(() =>
    import("@/components/panels/huawei-dli/spark-batch-panel").then((part) => part.SparkBatchPanel),
  ),
  "datameer/execution": dynamic(() =>
    import("@/components/panels/datameer/execution-panel").then((part) => part.ExecutionPanel),
  ),
  "datameer/configuration": dynamic(() =>
    import("@/components/panels/datameer/configuration-panel").then((part) => part.ConfigurationPanel),
  ),
};
