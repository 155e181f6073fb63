"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef } from "react";
import type * as z from "zod/mini";
import { problemWords } from "@/components/jobs/problem-words";
import { useWhyNoActions } from "@/components/session/online";
import { Age, FullInstant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { NewToken } from "@/lib/contract/access";
import { visibleText } from "@/lib/format/visible-text";
import { accessQueries } from "@/lib/query/access";
import { askAgain } from "@/lib/query/ask-again";
import { sendDelete, sendJson } from "@/lib/query/send-json";
import { apiRoutes } from "@/lib/url/routes";

function Fresh({ token }: { token: z.infer<typeof NewToken> }) {
  return (
    <Notice
      tone="good"
      live
      action={<CopyButton text={() => token.token} label="Copy the token" word="Copy" tone="plain" />}
    >
      <p>“{visibleText(token.name)}” is made. Copy it now: it is shown this once.</p>
      <code className="font-mono text-sm [overflow-wrap:anywhere]">{token.token}</code>
    </Notice>
  );
}

/** One's own API tokens: made, shown once, revoked. */
export function TokenSettings() {
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const tokens = useQuery(accessQueries.tokens());
  const why = useWhyNoActions();
  const onSettled = () => askAgain(client, accessQueries.tokens().queryKey);
  const make = useMutation({
    mutationFn: (name: string) => sendJson("POST", apiRoutes.tokens, { name }, NewToken),
    onSuccess: () => form.current?.reset(),
    onSettled,
  });
  const revoke = useMutation({ mutationFn: (id: string) => sendDelete(apiRoutes.token(id)), onSettled });
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    make.mutate(String(new FormData(event.currentTarget).get("name")).trim());
  }
  const error = make.error ?? revoke.error ?? tokens.error;
  return (
    <Panel title="API tokens" id="tokens" note="for scripts; each acts with your role">
      <div className="flex flex-col gap-3">
        <form ref={form} onSubmit={onSubmit} className="flex items-end gap-2">
          <div className="flex-1">
            <Field label="Name of a new token" required>
              {(control) => (
                <input {...control} name="name" required maxLength={80} autoComplete="off" className="field" />
              )}
            </Field>
          </div>
          <Button type="submit" tone="primary" disabled={make.isPending || why !== null} title={why ?? undefined}>
            Make a token
          </Button>
        </form>
        {make.data ? <Fresh token={make.data} /> : null}
        {error ? (
          <Notice tone="bad" live>
            {problemWords(error)}
          </Notice>
        ) : null}
        {tokens.data && tokens.data.length > 0 ? (
          <div className="relative overflow-x-auto">
            <table className="data-table">
              <caption className="sr-only">Your API tokens</caption>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Made</th>
                  <th scope="col">Last used</th>
                  <th scope="col">
                    <span className="sr-only">Action</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {tokens.data.map((token) => (
                  <tr key={token.id}>
                    <th scope="row">{visibleText(token.name)}</th>
                    <td>
                      <FullInstant iso={token.createdAt} />
                    </td>
                    <td>{token.lastUsedAt ? <Age iso={token.lastUsedAt} /> : "never"}</td>
                    <td className="num">
                      <Button
                        small
                        tone="danger"
                        disabled={why !== null}
                        aria-label={`Revoke ${token.name}`}
                        onClick={() => revoke.mutate(token.id)}
                      >
                        Revoke
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : tokens.data ? (
          <p className="text-muted">You have none.</p>
        ) : null}
      </div>
    </Panel>
  );
}
