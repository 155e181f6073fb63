import { readFileSync } from "node:fs";
import type { ConnectionSettings, VendorContext, VendorRequest } from "@/lib/vendors/types";

/** What the servlet container says of a path that it does not have. */
export const PAGE_404 = "<html><body><h2>HTTP ERROR 404</h2>Not Found</body></html>";

/** Unless a test teaches artifact lists, the version has none. */
const NO_LISTS: Record<string, unknown> = Object.fromEntries(
  ["import-job", "workbook", "export-job", "export-jobs"].map((list) => [`GET /rest/${list}`, PAGE_404]),
);

let opened = 0;

/** A recorded body as it came, parsed anew each time. */
export function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), "utf8"));
}

/**
 * A vendor that gives these answers, by method and path with the query's values; a string is an HTML page with a 404. What
 * it was not taught fails the test.
 */
export function cannedContext(
  answers: Record<string, unknown>,
  settings: Partial<ConnectionSettings> = {},
): { ctx: VendorContext; asked: VendorRequest[] } {
  const asked: VendorRequest[] = [];
  const ctx: VendorContext = {
    async request(request) {
      asked.push(request);
      const query = Object.values(request.query ?? {}).join("&");
      const key = `${request.method} ${request.path}${query === "" ? "" : `?${query}`}`;
      const taught = { ...NO_LISTS, ...answers };
      if (!(key in taught)) throw new Error(`nobody taught an answer to ${key}`);
      const answer = taught[key];
      const text = answer === null ? "" : typeof answer === "string" ? answer : JSON.stringify(answer);
      const json = (): unknown => JSON.parse(text);
      return { status: typeof answer === "string" ? 404 : 200, headers: {}, text, json, jsonWith: json };
    },
    settings: { baseUrl: "http://127.0.0.1:1", consoleUrl: null, timeZone: "Asia/Shanghai", ...settings },
    connection: `canned-${++opened}`,
    signal: new AbortController().signal,
    now: () => 1_700_000_000_000,
    callsLeft: () => 1_000,
  };
  return { ctx, asked };
}
