"use client";

import { type VendorForm, shownSetting } from "@/components/connections/connection-form-state";
import { Field } from "@/components/ui/field";
import type { Connection } from "@/lib/contract/connection";

type Auth = VendorForm["auth"][number];

/** What this vendor asks for beside an address: a way to log in with its fields, and settings. */
export function VendorFields({
  vendor,
  auth,
  onAuth,
  connection,
  wrong,
}: {
  vendor: VendorForm;
  auth: Auth;
  onAuth: (type: string) => void;
  connection: Connection | null;
  wrong: (name: string) => string | null;
}) {
  const kept = connection?.hasSecret === true && connection.authType === auth.type;
  return (
    <>
      <Field label="Log-in" required>
        {(control) => (
          <select {...control} className="field" value={auth.type} onChange={(event) => onAuth(event.target.value)}>
            {vendor.auth.map(({ type, label }) => (
              <option key={type} value={type}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {auth.fields.map((field) => (
        <Field
          key={`${vendor.id} ${auth.type} ${field.name}`}
          label={field.label}
          required={field.required}
          error={wrong(field.name)}
          help={kept && field.secret ? "Empty keeps the one that is stored." : field.help}
        >
          {(control) => (
            <input
              {...control}
              name={`auth.${field.name}`}
              type={field.secret ? "password" : "text"}
              autoComplete={field.secret ? "new-password" : "off"}
              required={field.required && !kept}
              className="field"
            />
          )}
        </Field>
      ))}
      {vendor.settings.map((field) => (
        <Field
          key={`${vendor.id} ${field.name}`}
          label={field.label}
          required={field.required}
          error={wrong(field.name)}
          help={field.help}
        >
          {(control) => (
            <input
              {...control}
              name={`settings.${field.name}`}
              required={field.required}
              defaultValue={shownSetting(connection, field.name)}
              className="field"
            />
          )}
        </Field>
      ))}
    </>
  );
}
