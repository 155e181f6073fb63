import type { ReactNode } from "react";

export interface Fact {
  label: string;
  /** undefined: not given. null: there is none. */
  value: ReactNode | undefined;
  /** In grey after the value: the exact figure, a unit, "default". */
  note?: ReactNode;
  mono?: boolean;
}

const Silent = ({ children }: { children: string }) => <span className="text-faint italic">{children}</span>;

/** Labels and values. What the vendor did not speak of, and what it says is none, are told apart. */
export function Facts({ items, columns = 1 }: { items: readonly Fact[]; columns?: 1 | 2 }) {
  return (
    <dl className={columns === 2 ? "grid gap-x-8 gap-y-1.5 lg:grid-cols-2" : "grid gap-y-1.5"}>
      {items.map(({ label, value, note, mono }) => (
        <div key={label} className="grid grid-cols-[min(11rem,38%)_minmax(0,1fr)] gap-x-4">
          <dt className="text-muted">{label}</dt>
          <dd className={`min-w-0 [overflow-wrap:anywhere] ${mono ? "font-mono text-sm" : ""}`}>
            {value === undefined ? <Silent>not given</Silent> : value === null ? <Silent>none</Silent> : value}
            {note ? <span className="text-faint"> {note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Only the facts that were given. */
export function given(items: readonly Fact[]): Fact[] {
  return items.filter(({ value }) => value !== undefined && value !== null && value !== "");
}
