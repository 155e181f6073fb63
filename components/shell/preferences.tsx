"use client";

import { type ReactNode, createContext, useCallback, useContext, useMemo, useState } from "react";
import { DEFAULT_PREFERENCES, type Preferences, writePreferences } from "@/components/shell/preferences-cookie";

type Change = (change: Partial<Preferences>) => void;

const Values = createContext<Preferences>(DEFAULT_PREFERENCES);
const Changer = createContext<Change>(() => undefined);

export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const [current, setCurrent] = useState(initial);
  const change = useCallback<Change>((part) => {
    setCurrent((before) => {
      const next = { ...before, ...part };
      document.cookie = writePreferences(next);
      if (next.theme === "system") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = next.theme;
      return next;
    });
  }, []);
  const value = useMemo(() => current, [current]);
  return (
    <Changer value={change}>
      <Values value={value}>{children}</Values>
    </Changer>
  );
}

export function usePreferences(): Preferences {
  return useContext(Values);
}

export function useChangePreferences(): Change {
  return useContext(Changer);
}
