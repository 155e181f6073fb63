"use client";

import { clsx } from "clsx";
import { type FormEvent, useEffect, useId, useState, useSyncExternalStore } from "react";
import { goOn, logIn, setUp } from "@/components/login/log-in";
import { apiRoutes } from "@/lib/url/routes";

export interface DemoAccount {
  email: string;
  password: string;
  role: string;
}

function Input({ label, name, ...props }: { label: string; name: string } & React.ComponentProps<"input">) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input id={id} name={name} required className="field" {...props} />
    </div>
  );
}

const SUBMIT =
  "mt-1 h-9 rounded-md bg-accent px-3 font-medium text-on-accent enabled:hover:opacity-90 disabled:cursor-wait";

const never = () => () => undefined;

/** Whether the form is at work: before that, the browser would send it past us, and it would come back empty. */
function useHears(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** Whether the first admin is still to be made. */
function useSetupNeeded(): boolean {
  const [needed, setNeeded] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    fetch(apiRoutes.setup, { signal: stop.signal, cache: "no-store" })
      .then((response) => (response.ok ? response.json() : { needed: false }))
      .then((body: { needed?: boolean }) => setNeeded(body.needed === true))
      .catch(() => undefined);
    return () => stop.abort();
  }, []);
  return needed;
}

/** The log-in form; on a fresh installation the form that makes the first admin. */
export function LoginCard({ target, demo }: { target: string; demo: DemoAccount[] }) {
  const setup = useSetupNeeded();
  const hears = useHears();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function enter(email: string, password: string, code: string | null) {
    setBusy(true);
    setProblem(null);
    const made = code === null ? { ok: true as const } : await setUp(code, email, password);
    const answer = made.ok ? await logIn(email, password) : made;
    if (answer.ok) return goOn(target);
    setProblem(answer.message);
    setBusy(false);
  }
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    void enter(text("email").trim(), text("password"), setup ? text("code").trim() : null);
  }
  return (
    <>
      <form method="post" onSubmit={onSubmit} className="panel flex flex-col gap-3 p-4" aria-busy={busy}>
        {setup ? (
          <>
            <p className="text-muted">
              Nobody is here yet. Make the first admin with the code that the server printed when it started.
            </p>
            <Input label="Set-up code" name="code" autoComplete="off" />
          </>
        ) : null}
        <Input label="E-mail" name="email" type="email" autoComplete="username" autoFocus />
        <Input
          label="Password"
          name="password"
          type="password"
          autoComplete={setup ? "new-password" : "current-password"}
          minLength={setup ? 12 : undefined}
        />
        {problem ? (
          <p role="alert" className="rounded-md border border-danger/40 bg-danger/10 px-3 py-2 text-danger">
            {problem}
          </p>
        ) : null}
        <button type="submit" disabled={busy || !hears} className={clsx(SUBMIT, busy && "opacity-60")}>
          {busy ? "One moment…" : setup ? "Make the first admin" : "Log in"}
        </button>
      </form>
      {demo.length > 0 && !setup ? (
        <section aria-labelledby="demo-accounts" className="flex flex-col gap-2">
          <h2 id="demo-accounts" className="text-sm text-muted">
            Demo accounts
          </h2>
          <div className="flex gap-2">
            {demo.map((account) => (
              <button
                key={account.email}
                type="button"
                disabled={busy || !hears}
                onClick={() => void enter(account.email, account.password, null)}
                className="min-h-9 flex-1 rounded-md border border-line-strong bg-surface px-2 py-1 font-medium enabled:hover:bg-sunken"
                title={account.email}
              >
                Log in as {account.role}
              </button>
            ))}
          </div>
        </section>
      ) : null}
    </>
  );
}
