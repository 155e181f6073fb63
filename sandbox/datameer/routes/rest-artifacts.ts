import { type Context, Hono } from "hono";
import type { Artifact, ArtifactType } from "../artifacts";
import { type Env, isVisible, page, unknownInRest, visibleConfiguration } from "../vendor-context";
import { outcomeOf } from "../counters";

const classes: Record<ArtifactType, string> = {
  "import-job": "datameer.dap.common.entity.DataSourceConfigurationImpl",
  workbook: "datameer.dap.common.entity.WorkbookConfigurationImpl",
  "export-job": "datameer.dap.common.entity.DataSinkConfigurationImpl",
};

/** Lists of artifacts, whose rows are `{id: configuration id, path}`, single definitions, and volumes. */
export const restArtifacts = new Hono<Env>()
  .get("/import-job", (c) => list(c, "import-job"))
  .get("/workbook", (c) => list(c, "workbook"))
  .get("/export-job", (c) => exports(c, "singular"))
  .get("/export-jobs", (c) => exports(c, "plural"))
  .get("/import-job/:id", (c) => definition(c, "import-job", c.req.param("id")))
  .get("/workbook/:id", (c) => definition(c, "workbook", c.req.param("id")))
  .get("/export-job/:id", (c) => definition(c, "export-job", c.req.param("id")))
  .get("/job-configuration/volume-report/:id", (c) => {
    const artifact = visibleConfiguration(c, c.req.param("id"));
    const latest = artifact && c.get("world").latest(artifact);
    if (!artifact) return unknownInRest(c);
    const counters = latest ? outcomeOf(latest, artifact, c.get("world").now).counters : {};
    const volume = Object.entries(counters).find(([name]) => name.endsWith("_BYTES"))?.[1] ?? 0;
    return c.json({ jobConfigurationId: artifact.configurationId, volume });
  });

function list(c: Context<Env>, type: ArtifactType): Response {
  const shown = c.get("world").artifacts.filter((artifact) => artifact.type === type && isVisible(c, artifact));
  return c.json(shown.map(({ configurationId, path }) => ({ id: configurationId, path })));
}

function exports(c: Context<Env>, form: "singular" | "plural"): Response {
  const { exportListPath } = c.get("switches");
  return exportListPath === "both" || exportListPath === form ? list(c, "export-job") : page(c, 404, "Not Found");
}

function definition(c: Context<Env>, type: ArtifactType, id: string): Response {
  const artifact = visibleConfiguration(c, id);
  if (!artifact || artifact.type !== type) return unknownInRest(c);
  return c.json(definitionOf(artifact));
}

/** The properties hold a connection's secret, as the real ones may: nobody should keep or show them. */
function definitionOf(artifact: Artifact): Record<string, unknown> {
  const { uuid, path, name, type, starts } = artifact;
  return {
    version: "2.1.1",
    className: classes[type],
    file: { uuid, path, description: "", name },
    pullType: starts === "schedule" ? "SCHEDULED" : starts === "data" ? "DATA_DRIVEN" : "MANUALLY",
    minKeepCount: 3,
    properties: { fileType: ["CSV"], delimiter: [","], password: ["sandbox-connection-secret"] },
    notificationAddresses: "",
    notificationSuccessAddresses: "",
  };
}
