"use client";

import dynamic from "next/dynamic";
import { type ComponentType, type ReactNode, useState } from "react";
import { PANEL_SAMPLES } from "@/components/panels/panel-samples";
import { PanelPreview } from "@/components/panels/panel-preview";
import type { GroupId } from "@/components/preview/catalogue";
import { Scene } from "@/components/preview/stage/scene";
import { setSampleClock } from "@/components/preview/stage/sample-clock";

type Parts = Readonly<Record<string, () => ReactNode>>;

/** Parts are drawn in the browser alone: their clock is that of the samples, which no server shares. */
function drawn(load: () => Promise<Parts>): ComponentType<{ name: string }> {
  return dynamic(
    async () => {
      const parts = await load();
      return function Drawn({ name }: { name: string }) {
        const Part = parts[name];
        return Part ? <Part /> : null;
      };
    },
    { ssr: false, loading: () => <p role="status">Drawing the part…</p> },
  );
}

const GROUP_PARTS: Record<GroupId, ComponentType<{ name: string }>> = {
  words: drawn(async () => (await import("@/components/preview/parts/words")).WORDS),
  basics: drawn(async () => (await import("@/components/preview/parts/basics")).BASICS),
  "list-bar": drawn(async () => (await import("@/components/preview/parts/list-bar")).LIST_BAR),
  "list-rows": drawn(async () => (await import("@/components/preview/parts/list-rows")).LIST_ROWS),
  "list-page": drawn(async () => (await import("@/components/preview/parts/list-page")).LIST_PAGE),
  "job-parts": drawn(async () => (await import("@/components/preview/parts/job-parts")).JOB_PARTS),
  "job-timeline": drawn(async () => (await import("@/components/preview/parts/job-timeline")).JOB_TIMELINE),
  "job-page": drawn(async () => (await import("@/components/preview/parts/job-page")).JOB_PAGE),
  connections: drawn(async () => (await import("@/components/preview/parts/connections")).CONNECTIONS),
  connection: drawn(async () => (await import("@/components/preview/parts/connection")).CONNECTION),
  timeline: drawn(async () => (await import("@/components/preview/parts/timeline")).TIMELINE),
  "timeline-page": drawn(async () => (await import("@/components/preview/parts/timeline-page")).TIMELINE_PAGE),
  charts: drawn(async () => (await import("@/components/preview/parts/charts")).CHARTS),
  "charts-page": drawn(async () => (await import("@/components/preview/parts/charts-page")).CHARTS_PAGE),
  "action-dialogs": drawn(async () => (await import("@/components/preview/parts/action-dialogs")).ACTION_DIALOGS),
  "bulk-dialog": drawn(async () => (await import("@/components/preview/parts/bulk-dialog")).BULK_DIALOG),
  "list-dialogs": drawn(async () => (await import("@/components/preview/parts/list-dialogs")).LIST_DIALOGS),
  "connection-dialogs": drawn(
    async () => (await import("@/components/preview/parts/connection-dialogs")).CONNECTION_DIALOGS,
  ),
  "user-dialogs": drawn(async () => (await import("@/components/preview/parts/user-dialogs")).USER_DIALOGS),
  audit: drawn(async () => (await import("@/components/preview/parts/audit")).AUDIT),
  settings: drawn(async () => (await import("@/components/preview/parts/settings")).SETTINGS),
  shell: drawn(async () => (await import("@/components/preview/parts/shell")).SHELL),
  "whole-shell": drawn(async () => (await import("@/components/preview/parts/whole-shell")).WHOLE_SHELL),
  login: drawn(async () => (await import("@/components/preview/parts/login")).LOGIN),
};

const PanelParts = drawn(async () =>
  Object.fromEntries(
    PANEL_SAMPLES.flatMap(({ id, jobs }) =>
      Object.entries(jobs).map(([name, job]) => [`${id} ${name}`, () => <PanelPreview job={job} />]),
    ),
  ),
);

/** One part in one state. @param group a group's id, also one of a panel's */
export function PreviewPart({ group, name }: { group: string; name: string }) {
  useState(setSampleClock);
  const Own = GROUP_PARTS[group as GroupId] as ComponentType<{ name: string }> | undefined;
  return <Scene>{Own ? <Own name={name} /> : <PanelParts name={`${group} ${name}`} />}</Scene>;
}
