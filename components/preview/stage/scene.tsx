"use client";

import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { type ReactNode, useState } from "react";
import { PreferencesProvider } from "@/components/shell/preferences";
import { DEFAULT_PREFERENCES, type Preferences } from "@/components/shell/preferences-cookie";
import { WhoProvider } from "@/components/shell/who";
import { Button } from "@/components/ui/button";
import type { Me } from "@/lib/contract/access";

const ID = { viewer: "3", operator: "2", admin: "1" } as const;

/** What a part finds around it: an address, a person, a person's choices. */
export function Scene({
  search = "",
  role = "admin",
  prefer = {},
  children,
}: {
  /** A query string; what the part writes is kept in memory. */
  search?: string;
  role?: Me["role"];
  prefer?: Partial<Preferences>;
  children: ReactNode;
}) {
  const connections = role === "viewer" ? ["lake"] : null;
  return (
    <NuqsTestingAdapter searchParams={search} hasMemory>
      <PreferencesProvider initial={{ ...DEFAULT_PREFERENCES, zone: "utc", ...prefer }}>
        <WhoProvider me={{ id: ID[role], email: `${role}@jobwatch.test`, role, connections }}>{children}</WhoProvider>
      </PreferencesProvider>
    </NuqsTestingAdapter>
  );
}

/** A dialog that is open at first, and can be opened again. */
export function Opened({ children }: { children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(true);
  return (
    <>
      <Button onClick={() => setOpen(true)} className="self-start">
        Open it again
      </Button>
      {open ? children(() => setOpen(false)) : null}
    </>
  );
}
