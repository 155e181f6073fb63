import Link from "next/link";
import type { ActionEvent } from "@/components/job/action-steps";
import { SequencePlan } from "@/components/panels/datameer/sequence-plan";
import { oneLine } from "@/lib/format/visible-text";
import { routes } from "@/lib/url/routes";

/** What the vendor started and planned, where it answered an action with it. */
export function ActionBrought({ event, connection }: { event: ActionEvent; connection: string }) {
  const { started, plan } = event;
  return (
    <>
      {started?.length ? (
        <p>
          <span className="text-muted">Started:</span>{" "}
          {started.map((ref) => (
            <Link key={`${ref.kind} ${ref.id}`} href={routes.job(ref)} prefetch={false} className="mr-2 underline">
              {ref.kind} {oneLine(ref.id)}
            </Link>
          ))}
        </p>
      ) : null}
      {plan?.length ? <SequencePlan plan={plan} connection={connection} /> : null}
    </>
  );
}
