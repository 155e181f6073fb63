import { type Context, Hono } from "hono";
import type { Artifact, ArtifactType } from "../artifacts";
import { isoText } from "../dates";
import { type Env, failure, isVisible, noSuchFile, visibleConfiguration } from "../vendor-context";

const born = Date.UTC(2015, 11, 7, 8, 8, 11, 557);

/** One workbook by file id, with dates that do carry an offset, and what depends on what. */
export const apiArtifacts = new Hono<Env>()
  .get("/workbooks/:key", (c) => {
    const artifact = c.get("world").artifactByKey(c.req.param("key"));
    if (artifact?.type !== "workbook" || !isVisible(c, artifact)) return failure(c, noSuchFile);
    const { name, path, uuid, starts } = artifact;
    const folder = path.slice(0, path.lastIndexOf("/"));
    const [createdAt, modifiedAt] = [isoText(born, c.get("switches")), isoText(born + 11, c.get("switches"))];
    const triggering = { _type: starts === "data" ? "DataDrivenTriggering" : "ManualTriggering" };
    return c.json({
      workbook: {
        _version: "5.11.0",
        file: { createdAt, description: "", extension: "WORKBOOK", folder: [folder], modifiedAt, name, uuid },
        jobConfiguration: { dataRetentionPolicy: { _type: "PurgeAfter", minimumToKeep: 3 }, triggering },
        sheets: [],
      },
    });
  })
  .get("/import-job/:id/dependencies", (c) => dependencies(c, "import-job", c.req.param("id")))
  .get("/workbook/:id/dependencies", (c) => dependencies(c, "workbook", c.req.param("id")))
  .get("/export-job/:id/dependencies", (c) => dependencies(c, "export-job", c.req.param("id")));

/** `direction` is UPSTREAM or DOWNSTREAM (both without it), `level` how many steps away (all without it). */
function dependencies(c: Context<Env>, type: ArtifactType, id: string): Response {
  const artifact = visibleConfiguration(c, id);
  if (artifact?.type !== type) return failure(c, noSuchFile);
  const world = c.get("world");
  const asked = c.req.query("direction")?.toUpperCase() ?? "";
  const level = Number(c.req.query("level") || Infinity);
  const next = {
    UPSTREAM: (from: Artifact) => from.upstream.flatMap((upstream) => world.artifact(upstream) ?? []),
    DOWNSTREAM: (from: Artifact) => world.dependents(from.configurationId),
  };
  const rows = (["UPSTREAM", "DOWNSTREAM"] as const)
    .filter((direction) => asked === "" || asked === direction)
    .flatMap((direction) =>
      reach(artifact, next[direction], level)
        .filter((found) => isVisible(c, found.artifact))
        .map((found) => ({ direction, level: found.level, ...rowOf(found.artifact) })),
    );
  return c.json({ status: "success", dependencies: rows });
}

function reach(from: Artifact, next: (artifact: Artifact) => Artifact[], levels: number) {
  const found = new Map<Artifact, number>();
  let edge = [from];
  for (let level = 1; level <= levels && edge.length > 0; level++) {
    edge = edge.flatMap(next).filter((artifact) => !found.has(artifact));
    for (const artifact of edge) found.set(artifact, level);
  }
  return [...found].map(([artifact, level]) => ({ artifact, level }));
}

function rowOf({ configurationId, fileId, uuid, path, type }: Artifact) {
  return { "configuration-id": configurationId, "file-id": fileId, uuid, path, type };
}
