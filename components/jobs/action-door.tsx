"use client";

import dynamic from "next/dynamic";
import { type ReactNode, createContext, useCallback, useContext, useState } from "react";
import type { ActionTarget } from "@/components/jobs/action-target";
import type { JobAction } from "@/lib/jobs/action";

export type AskAction = (job: ActionTarget, actions: readonly JobAction[]) => void;

const ActionDialog = dynamic(() => import("@/components/jobs/action-dialog").then((part) => part.ActionDialog), {
  ssr: false,
});
const Context = createContext<AskAction>(() => undefined);

export const useAskAction = (): AskAction => useContext(Context);

/** One dialog for all rows: it is fetched when the first action is asked for. */
export function ActionDoor({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<{ job: ActionTarget; actions: readonly JobAction[] } | null>(null);
  const ask = useCallback<AskAction>((job, actions) => setOpen({ job, actions }), []);
  return (
    <Context value={ask}>
      {children}
      {open ? <ActionDialog job={open.job} actions={open.actions} onClose={() => setOpen(null)} /> : null}
    </Context>
  );
}
