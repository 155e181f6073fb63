"use client";

import { useSyncExternalStore } from "react";
import { type Day, type Zone, dayAround } from "@/lib/format/instant";
import { knownUntil, serverNow } from "@/lib/query/freshness";

export { serverNow };

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = 0;

function tick(): void {
  const next = Math.floor(serverNow() / 1000) * 1000;
  if (next === second || document.hidden) return;
  second = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    timer = setInterval(tick, 1000);
    document.addEventListener("visibilitychange", tick);
    tick();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener("visibilitychange", tick);
  };
}

/**
 * The current second by the server's clock, from one ticker for the whole page; 0 while rendering on the server. Only what
 * uses it renders each second.
 */
export function useNow(): number {
  return useSyncExternalStore(
    subscribe,
    () => second,
    () => 0,
  );
}

/**
 * As `useNow`, for how long something has gone on: it stands still where our server has not answered for a while, or was
 * not asked (paused, offline, logged out), since nobody can tell whether it went on.
 */
export function useKnownNow(): number {
  return useSyncExternalStore(
    subscribe,
    () => Math.min(second, Math.floor(knownUntil() / 1000) * 1000),
    () => 0,
  );
}

/** A day that was asked for, by zone: it holds for every cell until it ends. */
const days: Record<Zone, Day> = { local: { from: 0, to: 0 }, utc: { from: 0, to: 0 } };

function dayOf(zone: Zone, now: number): number {
  const known = days[zone];
  if (now < known.from || now >= known.to) days[zone] = dayAround(now, zone);
  return days[zone].from;
}

/** The start of today in a zone, epoch ms. It changes once a day: what uses it renders then. */
export function useDay(zone: Zone): number {
  return useSyncExternalStore(
    subscribe,
    () => dayOf(zone, second || serverNow()),
    () => dayOf(zone, serverNow()),
  );
}
