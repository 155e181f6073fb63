import { type Context, Hono } from "hono";
import type { ArtifactType } from "../artifacts";
import { dataSetsOf, ownerOfData } from "../data-sets";
import { dateText } from "../dates";
import { type Env, failure, unknownInRest, visibleConfiguration } from "../vendor-context";

/** Stored results: their ids by configuration, and their removal (vendor page, delete data). */
export const restData = new Hono<Env>()
  .get("/workbook/:id", (c) => list(c, "workbook", c.req.param("id")))
  .get("/import-job/:id", (c) => list(c, "import-job", c.req.param("id")))
  .delete("/:dataId{[0-9]+}", (c) => {
    const dataId = Number(c.req.param("dataId"));
    const world = c.get("world");
    const artifact = c.get("account").administrator ? ownerOfData(dataId, world) : null;
    if (!artifact) return failure(c, "No job or data available");
    world.deletedData.add(dataId);
    if (c.get("switches").deleteAnswer === "empty") return c.body("", 200, { "content-length": "0" });
    return c.json({ status: "success" });
  });

function list(c: Context<Env>, type: ArtifactType, id: string): Response {
  const artifact = visibleConfiguration(c, id);
  if (!artifact || artifact.type !== type) return unknownInRest(c);
  const { world, switches } = c.var;
  const sets = dataSetsOf(artifact, world);
  const body = {
    path: artifact.path,
    "record-count": sets[0]?.records ?? 0,
    datas: sets.map(({ id: dataId, at, records }) => ({
      timestamp: dateText(at, "us", switches),
      "record-count": records,
      id: dataId,
    })),
  };
  return c.json(switches.dataListShape === "array" ? [body] : body);
}
