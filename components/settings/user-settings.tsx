"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { UserRows } from "@/components/settings/user-rows";
import { problemWords } from "@/components/jobs/problem-words";
import { useWhyNoActions } from "@/components/session/online";
import { useWho } from "@/components/shell/who";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { User } from "@/lib/contract/access";
import { accessQueries } from "@/lib/query/access";
import { askAgain } from "@/lib/query/ask-again";
import { sendDelete } from "@/lib/query/send-json";
import { apiRoutes } from "@/lib/url/routes";

const UserDialog = dynamic(() => import("@/components/settings/user-dialog").then((part) => part.UserDialog), {
  ssr: false,
});
const Dialog = dynamic(() => import("@/components/ui/dialog").then((part) => part.Dialog), { ssr: false });

/** All users, for admins. What is changed is in effect within five seconds. */
export function UserSettings() {
  const me = useWho();
  const client = useQueryClient();
  const users = useQuery(accessQueries.users());
  const why = useWhyNoActions();
  const [open, setOpen] = useState<{ what: "add" } | { what: "edit" | "remove"; user: User } | null>(null);
  const close = () => setOpen(null);
  const remove = useMutation({
    mutationFn: (id: string) => sendDelete(apiRoutes.user(id)),
    onSuccess: close,
    onSettled: () => askAgain(client, accessQueries.users().queryKey),
  });
  return (
    <Panel
      title="Users"
      id="users"
      note="changes are in effect within five seconds"
      flush
      aside={
        <Button small disabled={why !== null} onClick={() => setOpen({ what: "add" })}>
          Add a user
        </Button>
      }
    >
      {users.error ? (
        <div className="p-3">
          <Notice tone="bad">{problemWords(users.error)}</Notice>
        </div>
      ) : null}
      <UserRows
        users={users.data ?? []}
        self={me.id}
        disabled={why !== null}
        onEdit={(user) => setOpen({ what: "edit", user })}
        onRemove={(user) => setOpen({ what: "remove", user })}
      />
      {open?.what === "add" ? <UserDialog user={null} onClose={close} /> : null}
      {open?.what === "edit" ? <UserDialog user={open.user} onClose={close} /> : null}
      {open?.what === "remove" ? (
        <Dialog
          title={`Remove ${open.user.email}`}
          description="Their sessions, tokens and views go with them. What they did stays in the audit."
          onClose={close}
        >
          {remove.error ? (
            <Notice tone="bad" live>
              {problemWords(remove.error)}
            </Notice>
          ) : null}
          <div className="mt-2 flex justify-end gap-2">
            <Button onClick={close}>Keep them</Button>
            <Button tone="danger" disabled={remove.isPending} onClick={() => remove.mutate(open.user.id)}>
              Remove
            </Button>
          </div>
        </Dialog>
      ) : null}
    </Panel>
  );
}
