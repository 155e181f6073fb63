"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";

type Permission = NotificationPermission | "missing" | "worker";

const WORDS: Record<Permission, string> = {
  granted: "The browser lets us tell you when a job ends. Ask for it on a job's page, or for many in the list.",
  default: "The browser has not been asked yet whether we may tell you when a job ends.",
  denied: "The browser blocks notifications of this site. Allow them in its settings for this address.",
  missing: "This browser has no notifications.",
  worker: "This browser does not show the notifications of a page: you will be told on the page itself.",
};

const read = (): Permission => (typeof Notification === "undefined" ? "missing" : Notification.permission);

/** @returns whether it was shown: some phones have notifications of service workers only */
function tryOne(): boolean {
  try {
    void new Notification("Jobwatch", { body: "This is how it will look." });
    return true;
  } catch {
    return false;
  }
}

/** Whether "tell me when it ends" can reach a person who looks elsewhere. */
export function NotificationSettings() {
  const [, setAsked] = useState(0);
  const [failed, setFailed] = useState(false);
  const told = useSyncExternalStore<Permission>(
    () => () => undefined,
    read,
    () => "default",
  );
  const permission = failed ? "worker" : told;
  return (
    <Panel title="Notifications" id="notifications">
      <div className="flex flex-wrap items-center gap-3">
        <p className="flex-1 text-muted">{WORDS[permission]}</p>
        {permission === "default" ? (
          <Button onClick={() => void Notification.requestPermission().then(() => setAsked((count) => count + 1))}>
            Allow
          </Button>
        ) : null}
        {permission === "granted" ? <Button onClick={() => setFailed(!tryOne())}>Try it</Button> : null}
      </div>
    </Panel>
  );
}
