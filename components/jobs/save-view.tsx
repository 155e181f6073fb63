"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { problemWords } from "@/components/jobs/problem-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/toast";
import { View } from "@/lib/contract/access";
import { accessQueries } from "@/lib/query/access";
import { askAgain } from "@/lib/query/ask-again";
import { sendJson } from "@/lib/query/send-json";
import { apiRoutes } from "@/lib/url/routes";

/** Names what the list shows now. */
export function SaveView({ query, onClose }: { query: string; onClose: () => void }) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (input: { name: string; shared: boolean }) =>
      sendJson("POST", apiRoutes.views, { ...input, query }, View),
    onSuccess: (view) => {
      void askAgain(client, accessQueries.views().queryKey);
      void showToast(`View “${view.name}” saved`);
      onClose();
    },
  });
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    save.mutate({ name: String(form.get("name")).trim(), shared: form.get("shared") === "on" });
  }
  return (
    <Dialog title="Save this view" description="Filters, sort and columns as they are now." onClose={onClose}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <Field label="Name" required>
          {(control) => <input {...control} name="name" required maxLength={80} className="field" />}
        </Field>
        <label className="flex items-center gap-2">
          <input type="checkbox" name="shared" /> Share it with everybody
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
