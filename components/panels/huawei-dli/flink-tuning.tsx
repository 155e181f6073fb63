import { isRecord } from "@/components/panels/huawei-dli/flink-field";
import { SettingsTable } from "@/components/panels/huawei-dli/settings-table";
import { Disclosure } from "@/components/ui/disclosure";
import { formatCount, plural } from "@/lib/format/number";
import { oneLine, visibleText } from "@/lib/format/visible-text";

/** Operators' names by id, where a graph of this job tells them. */
export type OperatorNames = ReadonlyMap<string, string>;

/** A text that holds no JSON, or JSON of a shape that nobody has published. */
function AsItIs({ text }: { text: string }) {
  return (
    <>
      <code className="font-mono text-sm whitespace-pre-wrap">{visibleText(text)}</code>
      <span className="text-faint"> as the vendor wrote it</span>
    </>
  );
}

/** `[{key, value}]` (contract page 5.3). */
export function RuntimeSettings({ text, parsed }: { text: string; parsed: unknown }) {
  if (!Array.isArray(parsed) || !parsed.every((item) => isRecord(item) && typeof item.key === "string")) {
    return <AsItIs text={text} />;
  }
  const settings = parsed.map((item): [string, unknown] => [String(item.key), item.value]);
  return <SettingsTable label="Runtime settings" settings={settings} />;
}

function operatorList(parsed: unknown): Record<string, unknown>[] | null {
  const list = isRecord(parsed) ? parsed.operator_list : parsed;
  if (!Array.isArray(list) || list.length === 0) return null;
  const rows = list.filter(isRecord).filter(({ id }) => typeof id === "string" || typeof id === "number");
  return rows.length === list.length ? rows : null;
}

/** More than these would bury the fields below them. */
const AT_ONCE = 8;

/** A line for each operator; many of them wait behind their count. */
function OperatorLines({ lines }: { lines: readonly { id: string; text: string }[] }) {
  const list = (
    <ul>
      {lines.map(({ id, text }) => (
        <li key={id} title={id}>
          {text}
        </li>
      ))}
    </ul>
  );
  return lines.length > AT_ONCE ? <Disclosure summary={plural(lines.length, "operator")}>{list}</Disclosure> : list;
}

const name = (id: unknown, names: OperatorNames) => oneLine(names.get(String(id)) ?? String(id));

/** `{operator_list: [{id, parallelism}]}`: assumed, as nobody publishes one. */
export function OperatorParallelism({ text, parsed, names }: { text: string; parsed: unknown; names: OperatorNames }) {
  const rows = operatorList(parsed);
  if (!rows?.every(({ parallelism }) => typeof parallelism === "number")) return <AsItIs text={text} />;
  const lines = rows.map(({ id, parallelism }) => ({
    id: String(id),
    text: `${name(id, names)}: ${formatCount(Number(parallelism))}`,
  }));
  return <OperatorLines lines={lines} />;
}

/** Sources have an output rate in records a second, the others a hit ratio (contract page 5.3). */
export function ResourceEstimate({ text, parsed, names }: { text: string; parsed: unknown; names: OperatorNames }) {
  const rows = operatorList(parsed);
  const rate = (row: Record<string, unknown>) => row.output_rate ?? row.rate_factor;
  if (!rows?.every((row) => typeof rate(row) === "number")) return <AsItIs text={text} />;
  const words = (row: Record<string, unknown>) =>
    typeof row.output_rate === "number"
      ? `${formatCount(row.output_rate)} records a second`
      : `passes on ${String(row.rate_factor)} of its input`;
  return (
    <OperatorLines lines={rows.map((row) => ({ id: String(row.id), text: `${name(row.id, names)}: ${words(row)}` }))} />
  );
}
