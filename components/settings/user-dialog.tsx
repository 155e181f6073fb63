"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { problemWords } from "@/components/jobs/problem-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { User } from "@/lib/contract/access";
import { toApiProblem } from "@/lib/query/api-problem";
import { accessQueries } from "@/lib/query/access";
import { askAgain } from "@/lib/query/ask-again";
import { connectionQueries } from "@/lib/query/connections";
import { sendJson } from "@/lib/query/send-json";
import { apiRoutes } from "@/lib/url/routes";

const ROLES = [
  ["viewer", "Viewer: sees jobs"],
  ["operator", "Operator: cancels and starts them"],
  ["admin", "Admin: connections, users, audit"],
] as const;

function readUser(form: FormData, limited: boolean) {
  const password = String(form.get("password") ?? "");
  return {
    email: String(form.get("email")).trim(),
    ...(password ? { password } : {}),
    role: String(form.get("role")),
    connections: limited ? form.getAll("connection").map(String) : null,
    disabled: form.get("disabled") === "on",
  };
}

/** Adds or changes a user: role, and which connections exist for them. */
export function UserDialog({ user, onClose }: { user: User | null; onClose: () => void }) {
  const client = useQueryClient();
  const connections = useQuery(connectionQueries.list());
  const [limited, setLimited] = useState(user?.connections != null);
  const save = useMutation({
    mutationFn: (input: ReturnType<typeof readUser>) =>
      user ? sendJson("PATCH", apiRoutes.user(user.id), input, User) : sendJson("POST", apiRoutes.users, input, User),
    onSuccess: () => {
      void askAgain(client, accessQueries.users().queryKey);
      onClose();
    },
  });
  const fields = toApiProblem(save.error).fields;
  const wrong = (name: string) => fields.find(({ field }) => field === name)?.message ?? null;
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    save.mutate(readUser(new FormData(event.currentTarget), limited));
  }
  return (
    <Dialog title={user ? `Edit ${user.email}` : "Add a user"} onClose={onClose}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3" autoComplete="off">
        <Field label="E-mail" required error={wrong("email")}>
          {(control) => (
            <input
              {...control}
              name="email"
              type="email"
              required
              maxLength={200}
              defaultValue={user?.email}
              className="field"
            />
          )}
        </Field>
        <Field
          label={user ? "New password" : "Password"}
          required={!user}
          error={wrong("password")}
          help={user ? "At least 12 characters; empty keeps it." : "At least 12 characters."}
        >
          {(control) => (
            <input
              {...control}
              name="password"
              type="password"
              autoComplete="new-password"
              required={!user}
              minLength={12}
              maxLength={200}
              className="field"
            />
          )}
        </Field>
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 font-medium">Role</legend>
          {ROLES.map(([value, label]) => (
            <label key={value} className="flex min-h-6 items-center gap-2">
              <input type="radio" name="role" value={value} defaultChecked={value === (user?.role ?? "viewer")} />{" "}
              {label}
            </label>
          ))}
        </fieldset>
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 font-medium">Connections</legend>
          <label className="flex min-h-6 items-center gap-2">
            <input type="radio" name="limited" checked={!limited} onChange={() => setLimited(false)} /> All
          </label>
          <label className="flex min-h-6 items-center gap-2">
            <input type="radio" name="limited" checked={limited} onChange={() => setLimited(true)} /> Only these
          </label>
          {limited ? (
            <div className="ml-6 flex flex-wrap gap-x-4 gap-y-1">
              {connections.data?.items.map(({ id, name }) => (
                <label key={id} className="flex min-h-6 items-center gap-2">
                  <input
                    type="checkbox"
                    name="connection"
                    value={id}
                    defaultChecked={user?.connections?.includes(id)}
                  />{" "}
                  {name}
                </label>
              ))}
            </div>
          ) : null}
        </fieldset>
        <label className="flex items-center gap-2">
          <input type="checkbox" name="disabled" defaultChecked={user?.disabled} /> Disabled: may not log in
        </label>
        {save.error ? (
          <Notice tone="bad" live>
            {problemWords(save.error)}
          </Notice>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" tone="primary" disabled={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
