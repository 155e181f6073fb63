"use client";

import { useChangePreferences, usePreferences } from "@/components/shell/preferences";
import type { Preferences } from "@/components/shell/preferences-cookie";
import { Panel } from "@/components/ui/panel";

function Choice<Key extends keyof Preferences>({
  name,
  legend,
  options,
}: {
  name: Key;
  legend: string;
  options: readonly (readonly [Preferences[Key], string])[];
}) {
  const preferences = usePreferences();
  const change = useChangePreferences();
  return (
    <fieldset className="flex flex-wrap gap-x-5 gap-y-1">
      <legend className="mb-1 text-muted">{legend}</legend>
      {options.map(([value, label]) => (
        <label key={value} className="flex min-h-6 items-center gap-2">
          <input
            type="radio"
            name={name}
            checked={preferences[name] === value}
            onChange={() => change({ [name]: value })}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** How things are shown in this browser. */
export function DisplaySettings() {
  return (
    <Panel title="Display" id="display" note="kept in this browser">
      <div className="flex flex-col gap-4">
        <Choice
          name="theme"
          legend="Theme"
          options={[
            ["system", "As the system"],
            ["light", "Light"],
            ["dark", "Dark"],
          ]}
        />
        <Choice
          name="zone"
          legend="Times"
          options={[
            ["local", "In this computer's zone"],
            ["utc", "In UTC"],
          ]}
        />
        <Choice
          name="density"
          legend="Rows of the list"
          options={[
            ["comfortable", "Comfortable, two lines"],
            ["compact", "Compact, one line"],
          ]}
        />
      </div>
    </Panel>
  );
}
