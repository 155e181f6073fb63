import { Panel } from "@/components/ui/panel";
import { plural } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";

interface Column {
  name: string;
  type: string;
  nullable: boolean | null;
}

/** Spark's own words for a type: nested ones as `array<…>` and `struct<…>`. */
export function typeWords(type: unknown): string {
  if (typeof type === "string") return type;
  if (typeof type !== "object" || type === null) return "?";
  const { type: name, elementType, keyType, valueType, fields } = type as Record<string, unknown>;
  if (name === "array") return `array<${typeWords(elementType)}>`;
  if (name === "map") return `map<${typeWords(keyType)}, ${typeWords(valueType)}>`;
  if (name === "struct" && Array.isArray(fields)) {
    return `struct<${readColumns({ fields })
      .map((field) => `${field.name}: ${field.type}`)
      .join(", ")}>`;
  }
  return typeof name === "string" ? name : "?";
}

/** The columns of a schema document `{type: "struct", fields: [...]}`; [] for anything else. */
export function readColumns(schema: unknown): Column[] {
  const fields = typeof schema === "object" && schema !== null && "fields" in schema ? schema.fields : null;
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((field: unknown) => {
    if (typeof field !== "object" || field === null || !("name" in field)) return [];
    const nullable = "nullable" in field && typeof field.nullable === "boolean" ? field.nullable : null;
    return [{ name: String(field.name), type: typeWords("type" in field ? field.type : null), nullable }];
  });
}

/** The result's columns, from the job's `detail`. */
export function ResultColumns({ schema }: { schema: unknown }) {
  const columns = readColumns(schema);
  if (columns.length === 0) return null;
  return (
    <Panel title="Result columns" id="result-columns" note={plural(columns.length, "column")} flush>
      <div className="max-h-80 overflow-auto" tabIndex={0} role="region" aria-label="Result columns">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Type</th>
              <th scope="col">Nullable</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, index) => (
              <tr key={index}>
                <th scope="row" className="font-mono font-normal">
                  {oneLine(column.name)}
                </th>
                <td className="font-mono text-sm text-muted">{oneLine(column.type)}</td>
                <td className="text-muted">
                  {column.nullable === null ? "not given" : column.nullable ? "yes" : "no"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
