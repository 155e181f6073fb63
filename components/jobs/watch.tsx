"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { STATE_WORD } from "@/components/jobs/state-face";
import { type Watched, endOf, goesOn, toWatched, withRun, withStarts } from "@/components/jobs/watch-end";
import { keepWatched, readWatched } from "@/components/jobs/watch-memory";
import { useWho } from "@/components/shell/who";
import { announce } from "@/components/ui/announcer";
import { showToast } from "@/components/ui/toast";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { type JobRef, refKey } from "@/lib/jobs/ref";
import { readActiveJobs } from "@/lib/query/active-jobs";
import { toApiProblem } from "@/lib/query/api-problem";
import { jobQueries } from "@/lib/query/jobs";
import { session } from "@/lib/query/session";
import { routes } from "@/lib/url/routes";

type WatchedJob = Parameters<typeof toWatched>[0];

export interface Watch {
  start: (jobs: readonly WatchedJob[]) => Promise<void>;
  stop: (ref: JobRef) => void;
  has: (ref: JobRef) => boolean;
}

/** A hidden tab asks too, for this alone, and seldom. */
const EVERY_MS = 15_000;
const Context = createContext<Watch>({ start: () => Promise.resolve(), stop: () => undefined, has: () => false });

export const useWatch = (): Watch => useContext(Context);

function wordOf(end: NonNullable<ReturnType<typeof endOf>>): string {
  if (end === "not known") return "Ended, and runs again; how it ended is not on record";
  return end === "gone" ? "The vendor no longer has it; how it ended is not known" : STATE_WORD[end];
}

async function mayNotify(): Promise<boolean> {
  if (typeof Notification === "undefined") return false;
  if (Notification.permission === "default") return (await Notification.requestPermission()) === "granted";
  return Notification.permission === "granted";
}

/** The browser's own notification, where it is allowed; some phones have none but a service worker's. */
function notify(title: string, one: Watched, onClick: () => void): void {
  if (typeof Notification === "undefined" || Notification.permission !== "granted") return;
  try {
    const note = new Notification(title, { body: one.name, tag: refKey(one) });
    note.onclick = () => {
      window.focus();
      onClick();
    };
  } catch {
    // The page itself has told it.
  }
}

/** "Tell me when this ends": for the jobs that a person asked it for, while this tab is open. */
export function WatchProvider({ children }: { children: ReactNode }) {
  const [watched, setWatched] = useState<readonly Watched[]>([]);
  const client = useQueryClient();
  const router = useRouter();
  const { id: person } = useWho();

  const list = useRef(watched);
  const change = useCallback(
    (next: (before: readonly Watched[]) => readonly Watched[]) => {
      list.current = next(list.current);
      setWatched(list.current);
      keepWatched(person, list.current);
    },
    [person],
  );
  const start = useCallback(
    async (jobs: readonly WatchedJob[]) => {
      const granted = await mayNotify();
      const added = jobs.map((job) => ({ ...toWatched(job), name: shorten(oneLine(job.name), 120) }));
      change((before) => [...before.filter((one) => !added.some((other) => refKey(other) === refKey(one))), ...added]);
      void showToast(
        granted
          ? `You will be told when ${jobs.length === 1 ? "it ends" : "they end"}`
          : "Notifications are blocked by the browser: you will be told on this page",
      );
    },
    [change],
  );
  const stop = useCallback(
    (ref: JobRef) => change((before) => before.filter((one) => refKey(one) !== refKey(ref))),
    [change],
  );

  useEffect(() => {
    // What a reload left behind can only be read once there is a browser.
    const stored = readWatched(person);
    if (stored.length > 0) queueMicrotask(() => change((before) => (before.length > 0 ? before : stored)));
  }, [change, person]);
  const looking = useRef(false);
  const some = watched.length > 0;
  useEffect(() => {
    if (!some) return;
    // One look at a time: two would both find that a job has ended, and tell of it twice.
    const look = async () => {
      if (looking.current) return;
      looking.current = true;
      const active = await readActiveJobs().catch(() => null);
      if (active) change((before) => withStarts(before, active));
      for (const one of active ? list.current.filter((watch) => !goesOn(watch, active.get(refKey(watch)))) : []) {
        if (session.get() === "out") break;
        const { connection, kind, id } = one;
        const options = jobQueries.detail({ connection, kind, id }, null);
        const job = await client.fetchQuery({ ...options, staleTime: 5000, retry: false }).catch((problem: unknown) => {
          if (toApiProblem(problem).status === 404) stop(one);
          return null;
        });
        if (!job || !list.current.includes(one)) continue;
        const end = endOf(one, job);
        if (end === null) {
          change((before) => withRun(before, one, job));
          continue;
        }
        const word = wordOf(end);
        const text = `${one.name}: ${word}`;
        stop(one);
        announce(text);
        void showToast(text, end === "failed" ? "bad" : "plain");
        notify(`${word} · ${connection}`, one, () => router.push(routes.job(one)));
      }
      looking.current = false;
    };
    const timer = setInterval(() => void look(), EVERY_MS);
    void look();
    return () => clearInterval(timer);
  }, [some, client, router, stop, change]);

  const value = useMemo<Watch>(
    () => ({ start, stop, has: (ref) => watched.some((one) => refKey(one) === refKey(ref)) }),
    [start, stop, watched],
  );
  return <Context value={value}>{children}</Context>;
}
