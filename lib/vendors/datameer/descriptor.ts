import type { ConnectionField, VendorDescriptor } from "@/lib/vendors/types";

/** Ids of configurations and executions are numbers. */
export const NUMBER_ID = /^\d{1,19}$/;

const setting = (name: string, label: string, help: string, required = false): ConnectionField => ({
  name,
  label,
  required,
  secret: false,
  help,
});

const OFFERS = { results: false, log: false, subjobs: false } as const;

/** What the product knows of Datameer without asking it. */
export const descriptor: VendorDescriptor = {
  id: "datameer",
  label: "Datameer",
  docsUrl: "https://datameer.atlassian.net/wiki/spaces/DAS70/overview",
  kinds: [
    {
      kind: "execution",
      label: "Execution",
      detailsType: "datameer/execution",
      definition: false,
      actions: ["stop"],
      idPattern: NUMBER_ID,
      offers: OFFERS,
    },
    {
      kind: "configuration",
      label: "Job configuration",
      detailsType: "datameer/configuration",
      definition: true,
      actions: ["trigger", "trigger-sequence", "stop", "delete"],
      idPattern: NUMBER_ID,
      offers: OFFERS,
    },
  ],
  auth: [
    {
      type: "basic",
      scheme: "basic",
      label: "User name and password",
      fields: [
        { name: "username", label: "User name", required: true, secret: false, help: null },
        { name: "password", label: "Password", required: true, secret: true, help: null },
      ],
    },
  ],
  settings: [
    setting(
      "timeZone",
      "Time zone",
      "IANA name of the server's zone, e.g. Asia/Shanghai: its API writes local times without a zone.",
      true,
    ),
    setting(
      "configurations",
      "Followed configurations",
      "Followed beside the running list: [{ id, fileId?, uuid?, path? }]; a file id, uuid or path where actions are wanted.",
    ),
    setting(
      "stopByExecution",
      "Stop by execution",
      "yes: this server offers job-kill, which ends one execution by its id.",
    ),
    setting(
      "sequenceIds",
      "Ids of a sequence",
      "file (the default) or configuration: what this server takes ?sequence= to name.",
    ),
    setting(
      "consoleUrl",
      "Console address",
      "A link to Datameer's own page of a job, with {executionId} or {configurationId} in it.",
    ),
  ],
  poll: { defaultSeconds: 5, recentEverySeconds: 60 },
  // No limit is published. A sweep is one call; the rest is history, details and what a page on screen asks.
  budgetPerMinute: () => 120,
};
