import type { FlinkDocuments } from "@/components/panels/huawei-dli/flink-field";
import { FLINK_GROUPS, unknownFields } from "@/components/panels/huawei-dli/flink-groups";
import type { OperatorNames } from "@/components/panels/huawei-dli/flink-tuning";
import { FlinkValue } from "@/components/panels/huawei-dli/flink-value";
import { FieldTree } from "@/components/ui/field-tree";
import { Panel } from "@/components/ui/panel";

/** One label and its value, to be found by that label; the vendor's own name is on hover. */
function Entry({ label, vendorKey, children }: { label: string; vendorKey: string; children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(7rem,40%)_minmax(0,1fr)] gap-x-4 py-0.75">
      <dt className="text-muted" title={vendorKey}>
        {label}
      </dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

/** The whole configuration in groups, and at the end whatever newer editions of the document add. */
export function FlinkConfiguration({ documents, names }: { documents: FlinkDocuments; names: OperatorNames }) {
  const unknown = unknownFields(documents);
  return (
    <Panel title="Configuration" id="configuration" note="every field of the job's document">
      <div className="gap-x-10 [column-width:24rem]">
        {FLINK_GROUPS.map(({ title, fields }) => (
          <section key={title} className="mb-4 break-inside-avoid-column" aria-label={title}>
            <h3 className="mb-1 border-b border-line pb-1 text-sm">{title}</h3>
            <dl>
              {fields.map((field) => (
                <Entry key={field.vendorKey} label={field.label} vendorKey={field.vendorKey}>
                  <FlinkValue field={field} documents={documents} names={names} />
                </Entry>
              ))}
            </dl>
          </section>
        ))}
        {unknown.length > 0 ? (
          <section className="mb-4 break-inside-avoid-column" aria-label="More fields">
            <h3 className="mb-1 border-b border-line pb-1 text-sm">More fields</h3>
            <FieldTree value={Object.fromEntries(unknown)} />
          </section>
        ) : null}
      </div>
    </Panel>
  );
}
