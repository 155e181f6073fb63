"use client";

import { Suspense } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { FieldTree } from "@/components/ui/field-tree";
import { Panel } from "@/components/ui/panel";
import { PanelBoundary } from "@/components/panels/panel-boundary";
import type { PanelProps } from "@/components/panels/panel-props";
import { PANELS } from "@/components/panels/panels";

/** What this kind of job has to show, and below it every field that the vendor gave. */
export function DetailsPanel({ job, knownAt }: PanelProps) {
  const { type, ...fields } = job.details;
  const Known = PANELS[type];
  const count = Object.keys(fields).length;
  return (
    <>
      {Known ? (
        <PanelBoundary>
          <Suspense fallback={<div className="skeleton h-48" />}>
            <Known job={job} knownAt={knownAt} />
          </Suspense>
        </PanelBoundary>
      ) : null}
      <Panel title="All fields" id="all-fields" note={`${count} of ${type}`}>
        {count === 0 ? (
          <p className="text-muted">The vendor gave no fields yet.</p>
        ) : (
          <Disclosure open={!Known} summary="Every field of the vendor's documents">
            <FieldTree value={fields} />
          </Disclosure>
        )}
      </Panel>
    </>
  );
}
