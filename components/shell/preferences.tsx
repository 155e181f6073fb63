"use client";

import { type ReactNode, createContext, useCallback, useContext, useRef, useState } from "react";
import { DEFAULT_PREFERENCES, type Preferences, writePreferences } from "@/components/shell/preferences-cookie";

type Change = (change: Partial<Preferences>) => void;

const Values = createContext<Preferences>(DEFAULT_PREFERENCES);
const Changer = createContext<Change>(() => undefined);

/** For the next page load; the theme at once. */
function keep(preferences: Preferences): void {
  const { dataset } = document.documentElement;
  if (preferences.theme === "system") delete dataset.theme;
  else dataset.theme = preferences.theme;
  try {
    document.cookie = writePreferences(preferences);
  } catch {
    // A browser that keeps no cookies forgets it with the page.
  }
}

export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const [current, setCurrent] = useState(initial);
  const latest = useRef(initial);
  const change = useCallback<Change>((part) => {
    latest.current = { ...latest.current, ...part };
    setCurrent(latest.current);
    keep(latest.current);
  }, []);
  return (
    <Changer value={change}>
      <Values value={current}>{children}</Values>
    </Changer>
  );
}

export function usePreferences(): Preferences {
  return useContext(Values);
}

export function useChangePreferences(): Change {
  return useContext(Changer);
}
