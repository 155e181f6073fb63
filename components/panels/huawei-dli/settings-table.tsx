import { valueText } from "@/components/panels/value-text";
import { oneLine } from "@/lib/format/visible-text";

/** Settings by name, as their owner wrote them. */
export function SettingsTable({
  label,
  settings,
}: {
  label: string;
  settings: readonly (readonly [string, unknown])[];
}) {
  return (
    <table className="data-table table-fixed" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Setting</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {settings.map(([key, value], index) => (
          <tr key={`${key} ${index}`}>
            <th scope="row" className="font-mono text-sm font-normal whitespace-normal! [overflow-wrap:anywhere]">
              {oneLine(key)}
            </th>
            <td className="font-mono text-sm [overflow-wrap:anywhere]">{valueText(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
