import { type Context, Hono } from "hono";
import { type Env, failure, isVisible, noSuchFile } from "../vendor-context";

const firstFolderId = 100_000;

/** The folder tree in HAL: ids stand only inside the links. */
export const apiFilesystem = new Hono<Env>()
  .get("/root-folder", (c) => folder(c, "/"))
  .get("/folders/:id", (c) => {
    const path = foldersOf(c)[Number(c.req.param("id")) - firstFolderId];
    return path === undefined ? failure(c, noSuchFile) : folder(c, path);
  });

function folder(c: Context<Env>, path: string): Response {
  const folders = foldersOf(c);
  const isChild = (other: string) => other !== path && parentOf(other) === path;
  const link = (other: string) => ({ href: `/api/filesystem/folders/${firstFolderId + folders.indexOf(other)}` });
  const named = (other: string) => ({ name: other.slice(other.lastIndexOf("/") + 1), _links: { self: link(other) } });
  const files = c
    .get("world")
    .artifacts.filter((artifact) => isVisible(c, artifact) && parentOf(artifact.path) === path)
    .map(({ fileId, name, uuid }) => ({ name, uuid, _links: { self: { href: `/api/filesystem/files/${fileId}` } } }));
  return c.json({ ...named(path), path, _embedded: { folders: folders.filter(isChild).map(named), files } });
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf("/")));
}

/** Every folder that holds an artifact the account may see, each after its parent. */
function foldersOf(c: Context<Env>): string[] {
  const folders = new Set(["/"]);
  for (const artifact of c.get("world").artifacts) {
    if (!isVisible(c, artifact)) continue;
    const parts = parentOf(artifact.path).split("/").slice(1);
    parts.forEach((_, depth) => folders.add(`/${parts.slice(0, depth + 1).join("/")}`));
  }
  return [...folders];
}
