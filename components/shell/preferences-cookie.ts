import type { Zone } from "@/lib/format/instant";

export type Theme = "system" | "light" | "dark";
export type Density = "comfortable" | "compact";

/** What a person chose for this browser. It travels as a cookie, so that the first paint is already right. */
export interface Preferences {
  theme: Theme;
  zone: Zone;
  density: Density;
  rail: "open" | "closed";
}

export const PREFERENCES_COOKIE = "jobwatch-preferences";
export const DEFAULT_PREFERENCES: Preferences = {
  theme: "system",
  zone: "local",
  density: "comfortable",
  rail: "open",
};

const one = <Value extends string>(text: string | null, allowed: readonly Value[], fallback: Value): Value =>
  allowed.find((value) => value === text) ?? fallback;

export function readPreferences(cookie: string | undefined): Preferences {
  const read = new URLSearchParams(cookie ?? "");
  return {
    theme: one(read.get("theme"), ["system", "light", "dark"], DEFAULT_PREFERENCES.theme),
    zone: one(read.get("zone"), ["local", "utc"], DEFAULT_PREFERENCES.zone),
    density: one(read.get("density"), ["comfortable", "compact"], DEFAULT_PREFERENCES.density),
    rail: one(read.get("rail"), ["open", "closed"], DEFAULT_PREFERENCES.rail),
  };
}

export function writePreferences(preferences: Preferences): string {
  const value = encodeURIComponent(new URLSearchParams({ ...preferences }).toString());
  return `${PREFERENCES_COOKIE}=${value}; path=/; max-age=31536000; samesite=lax`;
}
