"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { problemWords } from "@/components/jobs/problem-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { View } from "@/lib/contract/access";
import { accessQueries } from "@/lib/query/access";
import { askAgain } from "@/lib/query/ask-again";
import { sendDelete, sendJson } from "@/lib/query/send-json";
import { apiRoutes } from "@/lib/url/routes";

function NewName({ view, onName, onCancel }: { view: View; onName: (name: string) => void; onCancel: () => void }) {
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name")).trim();
    if (name !== "") onName(name);
  }
  return (
    <form onSubmit={onSubmit} className="flex flex-1 items-center gap-2">
      <input
        name="name"
        aria-label={`New name of ${view.name}`}
        defaultValue={view.name}
        required
        maxLength={80}
        autoFocus
        className="field h-7!"
      />
      <Button small type="submit" tone="primary">
        Rename
      </Button>
      <Button small onClick={onCancel}>
        Keep the name
      </Button>
    </form>
  );
}

const sharing = (view: View) => (view.shared ? "Keep it to myself" : "Share it");

/** One's own views: rename, share, keep to oneself, remove. */
export function ManageViews({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const views = useQuery(accessQueries.views());
  const [renaming, setRenaming] = useState<string | null>(null);
  const onSettled = () => askAgain(client, accessQueries.views().queryKey);
  const change = useMutation({
    mutationFn: ({ id, ...input }: { id: string; name?: string; shared?: boolean }) =>
      sendJson("PATCH", apiRoutes.view(id), input, View),
    onSettled,
    onSuccess: () => setRenaming(null),
  });
  const remove = useMutation({ mutationFn: (view: View) => sendDelete(apiRoutes.view(view.id)), onSettled });
  const error = change.error ?? remove.error;
  const mine = views.data?.filter((view) => view.mine) ?? [];
  return (
    <Dialog title="Your views" onClose={onClose}>
      {mine.length === 0 ? <p className="text-muted">You have no view of your own.</p> : null}
      <ul className="flex flex-col">
        {mine.map((view) => (
          <li key={view.id} className="flex flex-wrap items-center gap-2 border-line py-2 not-last:border-b">
            {renaming === view.id ? (
              <NewName
                view={view}
                onName={(name) => change.mutate({ id: view.id, name })}
                onCancel={() => setRenaming(null)}
              />
            ) : (
              <>
                <span className="min-w-0 flex-1 truncate max-sm:basis-full" title={view.query}>
                  {view.name}
                </span>
                <Button small aria-label={`Rename ${view.name}`} onClick={() => setRenaming(view.id)}>
                  Rename
                </Button>
                <Button
                  small
                  aria-label={`${sharing(view)}: ${view.name}`}
                  onClick={() => change.mutate({ id: view.id, shared: !view.shared })}
                >
                  {sharing(view)}
                </Button>
                <Button small tone="danger" aria-label={`Remove ${view.name}`} onClick={() => remove.mutate(view)}>
                  Remove
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {error ? (
        <Notice tone="bad" live>
          {problemWords(error)}
        </Notice>
      ) : null}
    </Dialog>
  );
}
