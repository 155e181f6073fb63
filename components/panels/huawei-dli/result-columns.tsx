import { schemaLines } from "@/components/panels/huawei-dli/spark-type";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import type { DliSqlDetails } from "@/lib/contract/details/huawei-dli";
import { plural } from "@/lib/format/number";
import { oneLine, visibleText } from "@/lib/format/visible-text";

const NULLABLE = { true: "yes", false: "no", null: "not told" } as const;
/** A longer schema is opened when asked for. */
const SHOWN = 24;

/** The result's columns out of `detail`, nested fields below their own; its text where it is no schema. */
export function ResultColumns({ details: { detail, detailParsed } }: { details: DliSqlDetails }) {
  if (!detail) return null;
  const lines = schemaLines(detailParsed);
  if (!lines) {
    return (
      <Panel title="Result columns" id="columns" note="as the vendor wrote them: this is no schema that we can read">
        <pre
          tabIndex={0}
          role="region"
          aria-label="Result columns as text"
          className="max-h-60 overflow-auto font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {visibleText(detail)}
        </pre>
      </Panel>
    );
  }
  const count = lines.filter(({ depth }) => depth === 0).length;
  const table = (
    <table className="data-table" aria-labelledby="columns">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Type</th>
          <th scope="col">May be null</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, type, nullable, depth }) => (
          <tr key={key}>
            <th scope="row" className="font-mono text-sm! font-normal!" style={{ paddingLeft: `${12 + depth * 18}px` }}>
              {depth > 0 ? <span className="sr-only">{`level ${depth + 1}: `}</span> : null}
              {oneLine(name)}
            </th>
            <td className="font-mono text-sm">{oneLine(type)}</td>
            <td>{NULLABLE[`${nullable}`]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <Panel title="Result columns" id="columns" note={plural(count, "column")} flush>
      {lines.length > SHOWN ? (
        <div className="px-3.5 py-2">
          <Disclosure summary={`Show ${plural(lines.length, "line")}`}>{table}</Disclosure>
        </div>
      ) : (
        table
      )}
    </Panel>
  );
}
