import { Hono } from "hono";
import { json, problem, type DremioEnv } from "./answers";
import { DATASETS, datasetDocument, REFLECTIONS, reflectionDocument } from "./catalog";
import type { Account } from "./accounts";
import type { Dataset } from "./catalog";

/** Ids to names: reflections and datasets (vendors' document, 2.7). The restricted user sees neither reflections nor finance. */
export function catalogRoutes(): Hono<DremioEnv> {
  const routes = new Hono<DremioEnv>();
  routes.get("/reflection/:id", (c) => {
    const { id } = c.req.param();
    const found = REFLECTIONS.find((entry) => entry.id === id);
    if (!found) return problem(c, 404, `reflection at with id [${id}] not found`);
    if (!c.get("account").canViewAllJobs) return problem(c, 403, "User is not authorized to view this reflection");
    return json(c, reflectionDocument(found, c.get("now")));
  });
  routes.get("/catalog/:id", (c) => {
    const { id } = c.req.param();
    const found = DATASETS.find((entry) => entry.id === id);
    if (!found) return problem(c, 404, `Could not find entity with id [${id}]`);
    if (!maySee(c.get("account"), found)) return problem(c, 403, `Unauthorized to view ${found.path.join(".")}`);
    return json(c, datasetDocument(found));
  });
  routes.post("/catalog/by-ids", async (c) => {
    const ids: unknown = await c.req.json().catch(() => null);
    if (!Array.isArray(ids)) return problem(c, 400, "Invalid value found at: ids");
    if (ids.length > 50) return problem(c, 400, "The number of ids must not exceed 50");
    const found = DATASETS.filter((entry) => ids.includes(entry.id) && maySee(c.get("account"), entry));
    return json(c, { data: found.map(datasetDocument) });
  });
  return routes;
}

function maySee(account: Account, dataset: Dataset): boolean {
  return account.canViewAllJobs || dataset.path[0] !== "finance";
}
