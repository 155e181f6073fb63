"use client";

import { AuditPage } from "@/components/audit/audit-page";
import type { PartsOf } from "@/components/preview/catalogue";
import { SAMPLE_ENTRIES } from "@/components/preview/samples/access";
import { failsAt, waitsFor } from "@/components/preview/samples/answers";
import { Answered } from "@/components/preview/stage/answered";
import { Played, type Step } from "@/components/preview/stage/played";
import { type Answers, says } from "@/components/preview/stage/sample-server";
import { Scene } from "@/components/preview/stage/scene";
import type { Me } from "@/lib/contract/access";
import type { AuditEntry, AuditVerdict } from "@/lib/contract/audit";
import { apiRoutes } from "@/lib/url/routes";

interface Sample {
  answers: Answers;
  search?: string;
  role?: Me["role"];
  steps?: readonly Step[];
}
const NO_STEPS: readonly Step[] = [];
const VERIFY: readonly Step[] = [{ press: "Verify chain" }];

const page = ({ answers, search, role, steps = NO_STEPS }: Sample) =>
  function SamplePage() {
    return (
      <Scene search={search} role={role}>
        <Answered answers={answers}>
          <Played steps={steps}>
            <AuditPage />
          </Played>
        </Answered>
      </Scene>
    );
  };
const lists = (items: readonly AuditEntry[]): Answers => ({
  [`GET ${apiRoutes.audit}`]: says({ items, nextCursor: null }),
});
const verdict = (said: AuditVerdict): Sample => ({
  answers: { ...lists(SAMPLE_ENTRIES), [`GET ${apiRoutes.verifyAudit}`]: says(said) },
  steps: VERIFY,
});
const HEAD = SAMPLE_ENTRIES[0]?.hash ?? null;

export const AUDIT: PartsOf<"audit"> = {
  Entries: page({ answers: lists(SAMPLE_ENTRIES) }),
  "An entry opened": page({ answers: lists(SAMPLE_ENTRIES), search: "?entry=audit-5" }),
  "The chain is whole": page(verdict({ ok: true, entries: 4120, head: HEAD, firstBad: null })),
  "The chain is broken": page(
    verdict({
      ok: false,
      entries: 118,
      head: HEAD,
      firstBad: { id: "audit-119", reason: "its hash is not that of its content" },
    }),
  ),
  Loading: page({ answers: waitsFor(apiRoutes.audit) }),
  "No entry matches": page({ answers: lists([]), search: "?by=nobody&outcome=refused&action=cancel" }),
  "Nothing done yet": page({ answers: lists([]) }),
  "No answer": page({ answers: failsAt(apiRoutes.audit) }),
  "Seen by an operator": page({ answers: {}, role: "operator" }),
};
