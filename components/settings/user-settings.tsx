"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { problemWords } from "@/components/jobs/problem-words";
import { useWhyNoActions } from "@/components/session/online";
import { useWho } from "@/components/shell/who";
import { Age } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { User } from "@/lib/contract/access";
import { accessQueries } from "@/lib/query/access";
import { sendDelete } from "@/lib/query/send-json";
import { apiRoutes } from "@/lib/url/routes";

const UserDialog = dynamic(() => import("@/components/settings/user-dialog").then((part) => part.UserDialog), {
  ssr: false,
});
const Dialog = dynamic(() => import("@/components/ui/dialog").then((part) => part.Dialog), { ssr: false });

function UserRow({
  user,
  self,
  onEdit,
  onRemove,
  disabled,
}: {
  user: User;
  self: boolean;
  onEdit: () => void;
  onRemove: () => void;
  disabled: boolean;
}) {
  return (
    <tr>
      <th scope="row" className="[overflow-wrap:anywhere]">
        {user.email}
        {self ? <span className="font-normal text-faint"> (you)</span> : null}
        {user.disabled ? <span className="block text-sm font-normal text-caution">disabled</span> : null}
      </th>
      <td>{user.role}</td>
      <td>{user.connections === null ? "all" : user.connections.join(", ") || "none"}</td>
      <td className="whitespace-nowrap">{user.lastSeenAt ? <Age iso={user.lastSeenAt} /> : "never"}</td>
      <td className="num whitespace-nowrap">
        <Button small disabled={disabled} aria-label={`Edit ${user.email}`} onClick={onEdit}>
          Edit
        </Button>{" "}
        <Button
          small
          tone="danger"
          disabled={disabled || self}
          title={self ? "You cannot remove yourself" : undefined}
          aria-label={`Remove ${user.email}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      </td>
    </tr>
  );
}

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
    onSettled: () => client.invalidateQueries({ queryKey: accessQueries.users().queryKey }),
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
      <table className="data-table">
        <caption className="sr-only">Users</caption>
        <thead>
          <tr>
            <th scope="col">E-mail</th>
            <th scope="col">Role</th>
            <th scope="col">Connections</th>
            <th scope="col">Last seen</th>
            <th scope="col">
              <span className="sr-only">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {users.data?.map((user) => (
            <UserRow
              key={user.id}
              user={user}
              self={user.id === me.id}
              disabled={why !== null}
              onEdit={() => setOpen({ what: "edit", user })}
              onRemove={() => setOpen({ what: "remove", user })}
            />
          ))}
        </tbody>
      </table>
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
