"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import { VendorFields } from "@/components/connections/vendor-fields";
import {
  FIELD_LABELS,
  type VendorForm,
  hasTyped,
  isField,
  readInput,
  refusalWords,
  toChange,
  useTestConnection,
} from "@/components/connections/connection-form-state";
import { ConnectionFormFoot } from "@/components/connections/connection-form-foot";
import { DiscardStep } from "@/components/connections/discard-step";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/toast";
import { Connection, type ConnectionInput } from "@/lib/contract/connection";
import { toApiProblem } from "@/lib/query/api-problem";
import { connectionQueries } from "@/lib/query/connections";
import { sendJson } from "@/lib/query/send-json";
import { apiRoutes } from "@/lib/url/routes";

function useSave(connection: Connection | null, vendor: VendorForm | undefined, onSaved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: ConnectionInput) =>
      connection && vendor
        ? sendJson("PATCH", apiRoutes.connection(connection.id), toChange(input, vendor), Connection)
        : sendJson("POST", apiRoutes.connections, input, Connection),
    onSuccess: (saved) => {
      void client.invalidateQueries({ queryKey: connectionQueries.all });
      void showToast(`${saved.name} saved`);
      onSaved();
    },
  });
}

/** Adds or changes a connection. The form is made from the vendor's own data; a secret is typed and never shown. */
export function ConnectionDialog({
  vendors,
  connection,
  onClose,
}: {
  vendors: readonly VendorForm[];
  connection: Connection | null;
  onClose: () => void;
}) {
  const [vendorId, setVendorId] = useState(connection?.vendor ?? vendors[0]?.id ?? "");
  const vendor = vendors.find(({ id }) => id === vendorId);
  const [authType, setAuthType] = useState(connection?.authType ?? "");
  const auth = vendor?.auth.find(({ type }) => type === authType) ?? vendor?.auth[0];
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const [leaving, setLeaving] = useState(false);
  const test = useTestConnection();
  const save = useSave(connection, vendor, onClose);
  if (!vendor || !auth) {
    return (
      <Dialog title="Connection" onClose={onClose}>
        <Notice tone="bad">The server names no vendor that could be connected.</Notice>
      </Dialog>
    );
  }
  const error = save.error ?? test.error;
  const problem = error ? toApiProblem(error) : null;
  const fields = problem?.fields ?? [];
  const wrong = (name: string) => fields.find(({ field }) => isField(field, name))?.message ?? null;
  const read = () => (form.current ? readInput(new FormData(form.current), vendor, auth.type) : null);
  // What is gone is gone, a secret too: a slip of the hand asks first. Pressed again, it takes the question back.
  function mayDismiss() {
    if (form.current && !hasTyped(form.current.elements)) return true;
    setLeaving(!leaving);
    return false;
  }
  function onTest() {
    const input = read();
    if (!input || !vendor || !form.current?.reportValidity()) return;
    save.reset();
    test.mutate(connection ? { ...toChange(input, vendor), id: connection.id } : input);
  }
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = read();
    if (!input) return;
    test.reset();
    save.mutate(input);
  }
  return (
    <Dialog
      title={connection ? `Edit ${connection.name}` : "Add a connection"}
      description={
        <>
          How to get a credential:{" "}
          <a href={vendor.docsUrl} target="_blank" rel="noreferrer" className="underline">
            {vendor.label}&apos;s documentation
          </a>
        </>
      }
      onClose={onClose}
      mayDismiss={mayDismiss}
      footer={
        leaving ? (
          <DiscardStep onKeep={() => setLeaving(false)} onDiscard={onClose} />
        ) : (
          <ConnectionFormFoot
            formId={formId}
            tested={test.data}
            problem={problem ? refusalWords(problem, vendor, auth.type) : null}
            testing={test.isPending}
            saving={save.isPending}
            onTest={onTest}
            onClose={onClose}
          />
        )
      }
    >
      <form id={formId} ref={form} onSubmit={onSubmit} className="flex flex-col gap-3" autoComplete="off">
        <Field label={FIELD_LABELS.vendor} required>
          {(control) => (
            <select
              {...control}
              className="field"
              value={vendorId}
              disabled={connection !== null}
              onChange={(event) => setVendorId(event.target.value)}
            >
              {vendors.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={FIELD_LABELS.id}
          required
          error={wrong("id")}
          help="Lower-case letters, digits and hyphens. Part of every job's address, so it stays."
        >
          {(control) => (
            <input
              {...control}
              name="id"
              required
              readOnly={connection !== null}
              defaultValue={connection?.id}
              pattern="[a-z0-9\-]{1,40}"
              className="field font-mono text-sm"
            />
          )}
        </Field>
        <Field label={FIELD_LABELS.name} required error={wrong("name")}>
          {(control) => (
            <input
              {...control}
              name="name"
              required
              maxLength={100}
              defaultValue={connection?.name}
              className="field"
            />
          )}
        </Field>
        <Field
          label={FIELD_LABELS.baseUrl}
          required
          error={wrong("baseUrl")}
          help="Where its API answers. Another origin needs the secret again."
        >
          {(control) => (
            <input
              {...control}
              name="baseUrl"
              type="url"
              required
              maxLength={500}
              defaultValue={connection?.baseUrl}
              placeholder="https://"
              className="field font-mono text-sm"
            />
          )}
        </Field>
        <VendorFields vendor={vendor} auth={auth} onAuth={setAuthType} connection={connection} wrong={wrong} />
        <div className="grid grid-cols-2 gap-3">
          <Field label={FIELD_LABELS.pollSeconds} error={wrong("pollSeconds")}>
            {(control) => (
              <input
                {...control}
                name="pollSeconds"
                type="number"
                min={2}
                max={3600}
                defaultValue={connection?.pollSeconds}
                className="field"
              />
            )}
          </Field>
          <Field label={FIELD_LABELS.budgetPerMinute} error={wrong("budgetPerMinute")}>
            {(control) => (
              <input
                {...control}
                name="budgetPerMinute"
                type="number"
                min={1}
                max={6000}
                defaultValue={connection?.budget.perMinute}
                className="field"
              />
            )}
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
