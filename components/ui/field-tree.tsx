import { fieldName } from "@/lib/format/field-name";
import { visibleText } from "@/lib/format/visible-text";

function isBranch(value: unknown): value is Record<string, unknown> | unknown[] {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

function Leaf({ value }: { value: unknown }) {
  if (value === null) return <span className="text-faint italic">none</span>;
  if (value === "") return <span className="text-faint italic">empty</span>;
  if (typeof value === "object")
    return <span className="text-faint italic">{Array.isArray(value) ? "empty list" : "empty"}</span>;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return <span className="font-mono text-sm whitespace-pre-wrap">{visibleText(String(value))}</span>;
}

/** Every field of a document, whatever it is: nothing that the vendor said is out of sight. */
export function FieldTree({ value, depth = 0 }: { value: Record<string, unknown> | unknown[]; depth?: number }) {
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [String(index + 1), item])
    : Object.entries(value);
  return (
    <ul className={depth > 0 ? "ml-1 border-l border-line pl-3" : "flex flex-col gap-0.5"}>
      {entries.map(([key, item]) => (
        <li
          key={key}
          className={isBranch(item) ? "py-0.5" : "grid grid-cols-[minmax(7rem,11rem)_minmax(0,1fr)] gap-x-4"}
        >
          <span className="text-muted" title={key}>
            {Array.isArray(value) ? key : fieldName(key)}
          </span>
          {isBranch(item) ? (
            depth < 12 ? (
              <FieldTree value={item} depth={depth + 1} />
            ) : (
              <span className="font-mono text-sm">{visibleText(JSON.stringify(item))}</span>
            )
          ) : (
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <Leaf value={item} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
