"use client";

import { DisplaySettings } from "@/components/settings/display-settings";
import { NotificationSettings } from "@/components/settings/notification-settings";
import { TokenSettings } from "@/components/settings/token-settings";
import { UserSettings } from "@/components/settings/user-settings";
import { useWho } from "@/components/shell/who";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";

/** One's own choices and tokens; users, for admins. */
export function SettingsPage() {
  const me = useWho();
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-3 px-3 py-4 md:px-5">
      <Panel title="You" id="you">
        <Facts
          items={[
            { label: "E-mail", value: me.email },
            { label: "Role", value: me.role },
            { label: "Connections", value: me.connections === null ? "all" : me.connections.join(", ") || null },
          ]}
        />
      </Panel>
      <DisplaySettings />
      <NotificationSettings />
      <TokenSettings />
      {me.role === "admin" ? <UserSettings /> : null}
    </div>
  );
}
