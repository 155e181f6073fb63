import { Panel } from "@/components/ui/panel";
import type { DremioQueryDetails } from "@/lib/contract/details/dremio";
import { plural } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";

/** How far a reflection can come; a word that is not here is shown as it is, last. */
const STAGES = ["CHOSEN", "MATCHED", "CONSIDERED"];
const MEANING: Record<string, string> = {
  CHOSEN: "used by the plan",
  MATCHED: "could have been used",
  CONSIDERED: "looked at, did not fit",
};

function rank(relationship: string | null | undefined): number {
  const at = STAGES.indexOf(relationship ?? "");
  return at < 0 ? STAGES.length : at;
}

/** Considered, matched, chosen: with names where they can be had. */
export function ReflectionsTable({ details }: { details: DremioQueryDetails }) {
  const list = details.acceleration?.reflectionRelationships;
  const done = details.jobState === "COMPLETED";
  const names = details.reflectionNames ?? [];
  const items = (list ?? [])
    .map((item) => ({
      ...names.find((name) => name.reflectionId === item.reflectionId && name.datasetId === item.datasetId),
      ...item,
    }))
    .sort((a, b) => rank(a.relationship) - rank(b.relationship));
  const chosen = items.filter(({ relationship }) => relationship === "CHOSEN").length;
  return (
    <Panel
      title="Reflections"
      id="reflections"
      note={
        items.length > 0 ? (chosen > 0 ? `accelerated by ${plural(chosen, "reflection")}` : "not accelerated") : null
      }
      flush={items.length > 0}
    >
      {items.length === 0 ? (
        <p className="text-muted">{done ? "None was considered." : "Told by the vendor once the job has completed."}</p>
      ) : (
        <table className="data-table">
          <caption className="sr-only">Reflections</caption>
          <thead>
            <tr>
              <th scope="col">Relationship</th>
              <th scope="col">Reflection</th>
              <th scope="col">Dataset</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, index) => (
              <tr key={index}>
                <td className="whitespace-nowrap">
                  <b className={item.relationship === "CHOSEN" ? "font-semibold text-good" : "font-medium"}>
                    {item.relationship
                      ? item.relationship.charAt(0) + item.relationship.slice(1).toLowerCase()
                      : "not given"}
                  </b>
                  <span className="block text-sm text-faint">{MEANING[item.relationship ?? ""]}</span>
                </td>
                <td>
                  {item.reflectionName ? oneLine(item.reflectionName) : null}
                  {item.reflectionType ? (
                    <span className="text-faint"> · {oneLine(item.reflectionType).toLowerCase()}</span>
                  ) : null}
                  <span className="block font-mono text-xs text-faint [overflow-wrap:anywhere]">
                    {oneLine(item.reflectionId ?? "–")}
                  </span>
                </td>
                <td>
                  {item.datasetPath ? oneLine(item.datasetPath) : null}
                  <span className="block font-mono text-xs text-faint [overflow-wrap:anywhere]">
                    {oneLine(item.datasetId ?? "–")}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
