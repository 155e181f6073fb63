import { clsx } from "clsx";
import { SubjobRow } from "@/components/panels/huawei-dli/subjob-row";
import { subjobOrder } from "@/components/panels/huawei-dli/subjob-words";
import type { Subjob } from "@/lib/contract/job";

const HEADS = ["Id", "State", "Name", "Times", "Tasks", "Stages"];

/** The subjobs as a table of rows; on a narrow page each is a card. `dimmed`: as last seen. */
export function SubjobList({ items, dimmed = false }: { items: readonly Subjob[]; dimmed?: boolean }) {
  return (
    <div
      className={clsx("subjob-list", dimmed && "subjobs-dimmed")}
      role="table"
      aria-label="Spark subjobs"
      aria-rowcount={items.length + 1}
    >
      <div role="rowgroup">
        <div role="row" className="subjob-grid subjob-head border-b border-line px-3.5 py-1.5 text-sm text-faint">
          {HEADS.map((head) => (
            <div key={head} role="columnheader">
              {head}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {subjobOrder(items).map((subjob) => (
          <SubjobRow key={subjob.id} subjob={subjob} />
        ))}
      </div>
    </div>
  );
}
