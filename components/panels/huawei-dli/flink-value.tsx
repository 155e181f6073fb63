import type { ReactNode } from "react";
import { isoOfEpoch } from "@/components/panels/epoch";
import {
  type FlinkDocuments,
  type FlinkField,
  fieldState,
  fieldValue,
} from "@/components/panels/huawei-dli/flink-field";
import {
  OperatorParallelism,
  type OperatorNames,
  ResourceEstimate,
  RuntimeSettings,
} from "@/components/panels/huawei-dli/flink-tuning";
import { valueText } from "@/components/panels/value-text";
import { FullInstant } from "@/components/time/instant";
import { formatDurationWords } from "@/lib/format/duration";
import { formatCount, plural } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";

interface Shown {
  field: FlinkField;
  documents: FlinkDocuments;
  names: OperatorNames;
}

const seconds = (value: number) =>
  value < 60 ? plural(value, "second") : `${plural(value, "second")} (${formatDurationWords(value * 1000)})`;

function NumberValue({ field, value }: { field: FlinkField; value: number }): ReactNode {
  const iso = isoOfEpoch(value);
  switch (field.show) {
    case "seconds":
      return seconds(value);
    case "ms":
      return `${formatDurationWords(value)} (${formatCount(value)} ms)`;
    case "cu":
      return plural(value, "CU");
    case "instant":
      return iso ? <FullInstant iso={iso} /> : formatCount(value);
    case "count":
      return formatCount(value);
    default:
      return String(value);
  }
}

function TextValue({ field, value, documents, names }: Shown & { value: string }): ReactNode {
  const parsed = fieldValue({ from: field.from, key: `${field.key}Parsed` }, documents);
  if (field.show === "settings") return <RuntimeSettings text={value} parsed={parsed} />;
  if (field.show === "operators") return <OperatorParallelism text={value} parsed={parsed} names={names} />;
  if (field.show === "estimate") return <ResourceEstimate text={value} parsed={parsed} names={names} />;
  return field.show === "mono" ? <span className="font-mono text-sm">{oneLine(value)}</span> : valueText(value);
}

function Value(shown: Shown): ReactNode {
  const { field, documents } = shown;
  const value = fieldValue(field, documents);
  const words = field.words?.(value, documents);
  if (words) {
    const verbatim = typeof value === "string" && value.length <= 60 && !words.includes(value);
    return (
      <>
        {words} {verbatim ? <span className="text-faint">{oneLine(value)}</span> : null}
      </>
    );
  }
  if (typeof value === "number") return <NumberValue field={field} value={value} />;
  if (typeof value === "boolean") return field.show === "flag" ? (value ? "on" : "off") : valueText(value);
  if (typeof value === "string") return <TextValue {...shown} value={value} />;
  if (field.show === "list" && Array.isArray(value)) {
    return (
      <ul className="font-mono text-sm">
        {value.map((item, index) => (
          <li key={index}>{valueText(item)}</li>
        ))}
      </ul>
    );
  }
  return valueText(value);
}

const Silent = ({ children }: { children: string }) => <span className="text-faint italic">{children}</span>;

/** A field's value in words. What is null, empty, not spoken of, or only the default, is told apart. */
export function FlinkValue(shown: Shown): ReactNode {
  switch (fieldState(shown.field, shown.documents)) {
    case "absent":
      return <Silent>not given</Silent>;
    case "null":
      return <Silent>not set</Silent>;
    case "empty":
      return <Silent>empty</Silent>;
    case "default":
      return (
        <>
          <Value {...shown} />{" "}
          <span className="rounded border border-line-strong px-1 text-xs text-faint" title="The documented default">
            default
          </span>
        </>
      );
    case "set":
      return <Value {...shown} />;
  }
}
