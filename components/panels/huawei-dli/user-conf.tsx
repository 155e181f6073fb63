import { isRecord } from "@/components/panels/huawei-dli/flink-field";
import { SettingsTable } from "@/components/panels/huawei-dli/settings-table";
import { Panel } from "@/components/ui/panel";
import type { DliSqlDetails } from "@/lib/contract/details/huawei-dli";
import { plural } from "@/lib/format/number";
import { visibleText } from "@/lib/format/visible-text";

/** The settings that were submitted with a statement. */
export function UserConf({ details: { userConf, userConfParsed } }: { details: DliSqlDetails }) {
  if (!userConf) return null;
  const settings = isRecord(userConfParsed) ? Object.entries(userConfParsed) : null;
  if (settings?.length === 0) return null;
  return (
    <Panel
      title="Parameter settings"
      id="user-conf"
      note={settings ? plural(settings.length, "setting") : "as the vendor wrote them"}
      flush={settings !== null}
    >
      {settings ? (
        <SettingsTable label="Parameter settings" settings={settings} />
      ) : (
        <pre className="font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">{visibleText(userConf)}</pre>
      )}
    </Panel>
  );
}
