"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { memo, useState } from "react";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { accessQueries } from "@/lib/query/access";
import { type JobsSearch, jobsQueryString } from "@/lib/url/jobs-search";
import { QUICK_VIEWS } from "@/lib/url/quick-views";
import { routes } from "@/lib/url/routes";

const SaveView = dynamic(() => import("@/components/jobs/save-view").then((part) => part.SaveView), { ssr: false });
const ManageViews = dynamic(() => import("@/components/jobs/manage-views").then((part) => part.ManageViews), {
  ssr: false,
});

/** Named URLs: everybody's, one's own, and those that others share. */
export const ViewMenu = memo(function ViewMenu({ search }: { search: JobsSearch }) {
  const [wanted, setWanted] = useState(false);
  const [dialog, setDialog] = useState<"save" | "manage" | null>(null);
  const views = useQuery({ ...accessQueries.views(), enabled: wanted });
  const router = useRouter();
  const here = jobsQueryString(search).replace(/^\?/, "");
  const go = (query: string) => () => router.push(routes.jobs(query));
  const saved = views.data ?? [];
  return (
    <>
      <LazyMenu
        text="Views"
        onOpenChange={(open) => (open ? setWanted(true) : undefined)}
        entries={() => [
          { type: "choice", label: "All jobs", checked: here === "", onSelect: go("") },
          ...QUICK_VIEWS.map(({ name, query }) => ({
            type: "choice" as const,
            label: name,
            checked: here === query,
            onSelect: go(query),
          })),
          ...(saved.length > 0 ? [{ type: "heading" as const, label: "Saved" }] : []),
          ...saved.map((view) => ({
            type: "choice" as const,
            label: view.shared ? `${view.name} · shared` : view.name,
            checked: here === view.query,
            onSelect: go(view.query),
          })),
          { type: "line" },
          { type: "item", label: "Save this view…", onSelect: () => setDialog("save") },
          {
            type: "item",
            label: "Manage views…",
            disabled: saved.every((view) => !view.mine),
            onSelect: () => setDialog("manage"),
          },
        ]}
      />
      {dialog === "save" ? <SaveView query={here} onClose={() => setDialog(null)} /> : null}
      {dialog === "manage" ? <ManageViews onClose={() => setDialog(null)} /> : null}
    </>
  );
});
