"use client";

import { useSyncExternalStore } from "react";
import { type Day, type Zone, dayAround } from "@/lib/format/instant";
import { freshness } from "@/lib/query/freshness";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = 0;

/** Epoch ms by the server's clock. */
export function serverNow(): number {
  return Date.now() + freshness.get().offsetMs;
}

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
