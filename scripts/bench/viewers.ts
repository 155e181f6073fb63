import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { BenchServer } from "./bench-server";
import { httpGet } from "./http-get";

const ASKED = ["/api/v1/jobs?sort=-submittedAt&limit=100", "/api/v1/connections"];

/** Viewers that ask as the browser does, each with a session and the tags that it knows, every 2 to 5 seconds. */
export function startViewers(server: BenchServer, count: number): { stop(): Promise<number> } {
  const end = new AbortController();
  setMaxListeners(count + 1, end.signal);
  let answers = 0;
  const view = async (number: number) => {
    const cookie = server.cookies[number % server.cookies.length] ?? "";
    const tags = new Map<string, string>();
    await sleep((number * 2_000) / count);
    while (!end.signal.aborted) {
      for (const path of ASKED) {
        const tag = tags.get(path);
        const answer = await httpGet(server.origin + path, { cookie, ...(tag ? { "if-none-match": tag } : {}) });
        if (answer.status !== 200 && answer.status !== 304) throw new Error(`${path} answered ${answer.status}`);
        if (answer.etag) tags.set(path, answer.etag);
        answers += 1;
      }
      await sleep(2_000 + Math.random() * 3_000, null, { signal: end.signal }).catch(() => {});
    }
  };
  const all = Promise.all(Array.from({ length: count }, (_, number) => view(number)));
  all.catch(() => {});
  return {
    /** How many answers they had in all. @throws the first refusal */
    async stop() {
      end.abort();
      await all;
      return answers;
    },
  };
}
