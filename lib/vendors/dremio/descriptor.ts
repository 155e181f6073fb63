import { JOB_ID } from "@/lib/vendors/dremio/contract";
import { projectOf } from "@/lib/vendors/dremio/paths";
import type { VendorDescriptor } from "@/lib/vendors/types";

/** Cloud allows 100 calls a minute to `/job/{id}` per source address, whoever else shares it (vendor document 5.2). */
const CLOUD_CALLS = 80;
/** Software publishes no limit: polite rather than necessary. */
const SOFTWARE_CALLS = 240;

/** What the product knows of Dremio without asking it. */
export const descriptor: VendorDescriptor = {
  id: "dremio",
  label: "Dremio",
  docsUrl: "https://docs.dremio.com/current/reference/api/job/",
  kinds: [
    {
      kind: "query",
      label: "Query",
      detailsType: "dremio/query",
      definition: false,
      repeatedByName: true,
      actions: ["cancel"],
      idPattern: JOB_ID,
      offers: { results: true, log: false, subjobs: false },
    },
  ],
  auth: [
    {
      type: "token",
      scheme: "bearer",
      label: "Token",
      fields: [
        {
          name: "token",
          label: "Token",
          required: true,
          secret: true,
          help: "A personal access token, or an OAuth access token. Dremio Cloud takes nothing else.",
        },
      ],
    },
    {
      type: "password",
      scheme: "dremio-login",
      label: "User name and password",
      fields: [
        { name: "username", label: "User name", required: true, secret: false, help: null },
        {
          name: "password",
          label: "Password",
          required: true,
          secret: true,
          help: "Dremio Software only: logs in by /apiv2/login, and anew before the log-in expires.",
        },
      ],
    },
  ],
  settings: [
    {
      name: "projectId",
      label: "Project id",
      required: false,
      secret: false,
      help: "Dremio Cloud: the project whose jobs are shown. Leave it empty for Dremio Software.",
    },
    {
      name: "consoleUrl",
      label: "Console address",
      required: false,
      secret: false,
      help: "Where Dremio's own pages are, if not at the address above; or a whole link with {id} in it.",
    },
  ],
  poll: { defaultSeconds: 15, recentEverySeconds: 60 },
  budgetPerMinute: (settings) => (projectOf(settings) === null ? SOFTWARE_CALLS : CLOUD_CALLS),
};
