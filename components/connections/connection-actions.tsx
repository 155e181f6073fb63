"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type VendorForm, useTestConnection } from "@/components/connections/connection-form-state";
import { problemWords } from "@/components/jobs/problem-words";
import { useWhyNoActions } from "@/components/session/online";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Connection } from "@/lib/contract/connection";
import { connectionQueries } from "@/lib/query/connections";
import { sendDelete, sendJson } from "@/lib/query/send-json";
import { apiRoutes, routes } from "@/lib/url/routes";
import { visibleText } from "@/lib/format/visible-text";

const ConnectionDialog = dynamic(
  () => import("@/components/connections/connection-dialog").then((part) => part.ConnectionDialog),
  { ssr: false },
);
const Dialog = dynamic(() => import("@/components/ui/dialog").then((part) => part.Dialog), { ssr: false });

const Failed = ({ error }: { error: unknown }) => (
  <Notice tone="bad" live>
    {problemWords(error)}
  </Notice>
);

/** Test, edit, pause, remove: the last three for connections that are kept here. */
export function ConnectionActions({ connection, vendors }: { connection: Connection; vendors: readonly VendorForm[] }) {
  const [open, setOpen] = useState<"edit" | "remove" | null>(null);
  const client = useQueryClient();
  const router = useRouter();
  const why = useWhyNoActions();
  const test = useTestConnection();
  const stored = connection.origin === "stored";
  const onSuccess = () => client.invalidateQueries({ queryKey: connectionQueries.all });
  const pause = useMutation({
    mutationFn: () =>
      sendJson("PATCH", apiRoutes.connection(connection.id), { paused: !connection.paused }, Connection),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: () => sendDelete(apiRoutes.connection(connection.id)),
    onSuccess: async () => {
      await onSuccess();
      router.push(routes.connections());
    },
  });
  const closeRemove = () => {
    setOpen(null);
    remove.reset();
  };
  return (
    <>
      <div className="ml-auto flex flex-wrap gap-2">
        <Button disabled={why !== null || test.isPending} onClick={() => test.mutate({ id: connection.id })}>
          {test.isPending ? "Asking…" : "Test"}
        </Button>
        {stored ? (
          <>
            <Button disabled={why !== null} onClick={() => setOpen("edit")}>
              Edit
            </Button>
            <Button disabled={why !== null || pause.isPending} onClick={() => pause.mutate()}>
              {connection.paused ? "Resume" : "Pause"}
            </Button>
            <Button tone="danger" disabled={why !== null} onClick={() => setOpen("remove")}>
              Remove
            </Button>
          </>
        ) : (
          <span className="self-center text-sm text-faint">Kept in the connections file: change it there</span>
        )}
      </div>
      {test.data || test.error || pause.error ? (
        <div className="flex w-full flex-col gap-2">
          {test.error ? <Failed error={test.error} /> : null}
          {test.data ? (
            <Notice tone={test.data.ok ? "good" : "bad"} live>
              {visibleText(test.data.message)} ({test.data.ms} ms)
            </Notice>
          ) : null}
          {pause.error ? <Failed error={pause.error} /> : null}
        </div>
      ) : null}
      {open === "edit" ? (
        <ConnectionDialog vendors={vendors} connection={connection} onClose={() => setOpen(null)} />
      ) : null}
      {open === "remove" ? (
        <Dialog
          title={`Remove ${connection.name}`}
          description="It is no longer asked, and its secret is deleted. Its jobs stay on record."
          onClose={closeRemove}
        >
          {remove.error ? <Failed error={remove.error} /> : null}
          <div className="mt-2 flex justify-end gap-2">
            <Button onClick={closeRemove}>Keep it</Button>
            <Button tone="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
              Remove
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
