"use client";

import { useEffect } from "react";
import { ListSkeleton } from "@/components/jobs/list-skeleton";
import type { PartsOf } from "@/components/preview/catalogue";
import { SAMPLE_DETAIL } from "@/components/preview/samples/jobs";
import { Played } from "@/components/preview/stage/played";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { FieldTree } from "@/components/ui/field-tree";
import { JsonView } from "@/components/ui/json-view";
import { LazyMenu, type MenuEntry } from "@/components/ui/lazy-menu";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { showToast } from "@/components/ui/toast";
import { ToastPlace } from "@/components/ui/toast-place";

const nothing = () => undefined;
const ENTRIES: MenuEntry[] = [
  { type: "heading", label: "A heading" },
  { type: "item", label: "An item", onSelect: nothing, hint: "hint" },
  { type: "item", label: "An item that cannot be chosen", onSelect: nothing, disabled: true },
  { type: "line" },
  { type: "toggle", label: "A toggle that is on", checked: true, onChange: nothing },
  { type: "toggle", label: "A toggle that is off", checked: false, onChange: nothing },
  { type: "choice", label: "The choice that is made", checked: true, onSelect: nothing },
  { type: "choice", label: "Another choice", checked: false, onSelect: nothing },
  { type: "link", label: "A link", href: "/preview" },
];
const OPEN = [{ press: "A menu" }];

function Toasts() {
  useEffect(() => {
    void showToast("lake accepted it. It shows here when it takes effect.").then(async () => {
      const { toast } = await import("sonner");
      // These stay: who looks at the gallery has time.
      toast("You will be told when it ends", { duration: Infinity });
      toast.error("Nothing was saved. The server did not answer.", { duration: Infinity });
    });
  }, []);
  return <ToastPlace />;
}

export const BASICS: PartsOf<"basics"> = {
  Buttons: () =>
    (["plain", "primary", "danger", "quiet"] as const).map((tone) => (
      <div key={tone} className="flex flex-wrap items-center gap-2">
        <Button tone={tone}>{tone}</Button>
        <Button tone={tone} small>
          {tone}, small
        </Button>
        <Button tone={tone} disabled>
          {tone}, disabled
        </Button>
        <CopyButton text={() => tone} label={`Copy ${tone}`} tone={tone} />
        <CopyButton text={() => tone} label={`Copy the word ${tone}`} word="Copy" tone={tone} small={false} />
      </div>
    )),
  Notices: () =>
    (["info", "good", "caution", "bad"] as const).map((tone) => (
      <Notice key={tone} tone={tone} action={<Button small>Next step</Button>}>
        This is what happened ({tone}), and what follows from it.
      </Notice>
    )),
  Fields: () => (
    <form className="flex max-w-lg flex-col gap-3">
      <Field label="A text" required help="What it is for.">
        {(control) => <input {...control} className="field" placeholder="what could stand here" />}
      </Field>
      <Field label="What is wrong" required error="It has to be a number." help="How many, at most.">
        {(control) => <input {...control} className="field" defaultValue="twelve" />}
      </Field>
      <Field label="A choice">
        {(control) => (
          <select {...control} className="field">
            <option>One of them</option>
          </select>
        )}
      </Field>
      <Field label="A long text">{(control) => <textarea {...control} rows={2} className="field" />}</Field>
      <Field label="Not to be changed">
        {(control) => <input {...control} className="field" readOnly value="lake" />}
      </Field>
      <label className="flex items-center gap-2">
        <input type="checkbox" defaultChecked /> A box
      </label>
      <label className="flex items-center gap-2">
        <input type="radio" name="one" defaultChecked /> One of several
      </label>
    </form>
  ),
  "Facts and field tree": () => (
    <>
      <Facts
        items={[
          { label: "Given", value: "a value", note: "default" },
          { label: "Mono", value: "19ed1d0c-2f5a-7b3c-9d41-6a0e3b8c4f00", mono: true },
          { label: "None", value: null },
          { label: "Absent", value: undefined },
        ]}
      />
      <FieldTree value={SAMPLE_DETAIL.details} />
      <JsonView value={SAMPLE_DETAIL.details} label="The same as JSON" />
    </>
  ),
  "Panels and disclosures": () => (
    <>
      <Panel title="A panel" note="with a note" aside={<Button small>Aside</Button>}>
        What it holds.
      </Panel>
      <Panel title="A panel with a table" flush>
        <table className="data-table">
          <caption className="sr-only">A table</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" className="num">
                Count
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">orders</th>
              <td className="num">12,408,377</td>
            </tr>
          </tbody>
        </table>
      </Panel>
      <Disclosure summary="Something that is closed">Its inside.</Disclosure>
      <Disclosure summary="Something that is open" open>
        Its inside. <span className="kbd">Ctrl</span> <span className="kbd">K</span>
      </Disclosure>
    </>
  ),
  "An open menu": () => (
    <Played steps={OPEN}>
      <div>
        <LazyMenu text="A menu" entries={() => ENTRIES} />
      </div>
    </Played>
  ),
  "Nothing here, and waiting": () => (
    <>
      <EmptyState title="Nothing here" action={<Button>Do something</Button>}>
        Why it is so, and what to do.
      </EmptyState>
      <ListSkeleton />
    </>
  ),
  Toasts: () => <Toasts />,
};
