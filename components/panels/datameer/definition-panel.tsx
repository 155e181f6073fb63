import { type Fact, Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { DatameerConfigurationDetails } from "@/lib/contract/details/datameer";
import { formatCount } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";

const text = (value: string | null | undefined) => (value ? oneLine(value) : value === "" ? null : value);

/** What of the definition is kept: its properties may hold a connection's secrets, and never get here. */
export function DefinitionPanel({ details: { definition } }: { details: DatameerConfigurationDetails }) {
  if (!definition) return null;
  const { file, pullType, minKeepCount } = definition;
  const facts: Fact[] = [
    { label: "Name", value: text(file?.name) },
    { label: "Description", value: text(file?.description) },
    { label: "Path", value: text(file?.path), mono: true },
    { label: "UUID", value: text(file?.uuid), mono: true },
    { label: "Runs", value: text(pullType) },
    {
      label: "Results kept at least",
      value: minKeepCount === null || minKeepCount === undefined ? minKeepCount : formatCount(minKeepCount),
    },
  ];
  return (
    <Panel title="Definition" id="definition">
      <Facts items={facts} />
    </Panel>
  );
}
