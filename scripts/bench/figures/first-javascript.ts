import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "../../root";
import type { Figure } from "../figure";
import { kib } from "../report";

interface PageScripts {
  route: string;
  firstLoadChunkPaths: string[];
}

const EMPTY = "/_not-found";
const LIMITS: Record<string, number> = { "/jobs": 1.6, "/login": 1.15 };

/**
 * The scripts that a page cannot do without, as Next's build lists them. The empty page is the build's own not-found: no
 * script of ours, only the framework.
 */
export const firstJavascript: Figure = {
  name: "first-javascript",
  about: "first JavaScript of every page, gzip, against an empty page of the same build",
  needsBuild: true,
  patienceSeconds: 60,
  async run() {
    const file = join(ROOT, ".next/diagnostics/route-bundle-stats.json");
    const pages = JSON.parse(readFileSync(file, "utf8")) as PageScripts[];
    const sizes = pages.map(({ route, firstLoadChunkPaths }) => {
      const bytes = firstLoadChunkPaths.map((path) => gzipSync(readFileSync(join(ROOT, path))).length);
      return { route, scripts: bytes.length, bytes: bytes.reduce((sum, size) => sum + size, 0) };
    });
    const empty = sizes.find(({ route }) => route === EMPTY);
    if (!empty) throw new Error(`the build lists no ${EMPTY}`);
    for (const route of Object.keys(LIMITS)) {
      if (!sizes.some((size) => size.route === route)) throw new Error(`the build lists no ${route}`);
    }
    return sizes
      .filter(({ route }) => route !== EMPTY)
      .sort((a, b) => b.bytes - a.bytes)
      .map(({ route, scripts, bytes }) => {
        const most = LIMITS[route];
        return {
          what: route,
          value: bytes / empty.bytes,
          limit: most === undefined ? null : { atMost: most },
          absolute: `${kib(bytes)} in ${scripts} files over ${kib(empty.bytes)} in ${empty.scripts}`,
        };
      });
  },
};
