"use client";

import { type ReactNode, createContext, useContext } from "react";
import type { Me } from "@/lib/contract/access";

const Context = createContext<Me | null>(null);

export function WhoProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <Context value={me}>{children}</Context>;
}

/** Who is logged in. */
export function useWho(): Me {
  const me = useContext(Context);
  if (!me) throw new Error("outside of the dashboard");
  return me;
}
