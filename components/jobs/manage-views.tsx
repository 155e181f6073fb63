"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { problemWords } from "@/components/jobs/problem-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { View } from "@/lib/contract/access";
import { accessQueries } from "@/lib/query/access";
import { sendDelete, sendJson } from "@/lib/query/send-json";
import { apiRoutes } from "@/lib/url/routes";

/** One's own views: share, keep to oneself, remove. */
export function ManageViews({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const views = useQuery(accessQueries.views());
  const onSettled = () => client.invalidateQueries({ queryKey: accessQueries.views().queryKey });
  const share = useMutation({
    mutationFn: (view: View) => sendJson("PATCH", apiRoutes.view(view.id), { shared: !view.shared }, View),
    onSettled,
  });
  const remove = useMutation({ mutationFn: (view: View) => sendDelete(apiRoutes.view(view.id)), onSettled });
  const error = share.error ?? remove.error;
  return (
    <Dialog title="Your views" onClose={onClose}>
      <ul className="flex flex-col divide-y divide-line">
        {views.data
          ?.filter((view) => view.mine)
          .map((view) => (
            <li key={view.id} className="flex items-center gap-2 py-2">
              <span className="min-w-0 flex-1 truncate" title={view.query}>
                {view.name}
              </span>
              <Button small aria-pressed={view.shared} onClick={() => share.mutate(view)}>
                {view.shared ? "Shared" : "Only mine"}
              </Button>
              <Button small tone="danger" aria-label={`Remove ${view.name}`} onClick={() => remove.mutate(view)}>
                Remove
              </Button>
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
