import { writeFileSync } from "node:fs";
import { stringify } from "yaml";
import type { World } from "./world";

/** Every connection is asked often, so that a journey need not wait for the next sweep. */
const POLL_SECONDS = 2;

/** The environment that goes with the file. */
export const VENDOR_SECRETS = {
  DREMIO_TOKEN: "sandbox-dremio-token",
  DLI_TOKEN: "sandbox-dli-token",
  DATAMEER_PASSWORD: "sandbox-datameer-password",
};

/** The demo's connections, at the sandboxes of this run. */
export function writeConnectionsFile(file: string, { lake, dliNorth, datameer }: World["sandboxes"]): void {
  const connections = [
    {
      id: "lake",
      name: "Dremio lakehouse",
      vendor: "dremio",
      baseUrl: lake,
      auth: { type: "token", token: "${DREMIO_TOKEN}" },
      pollSeconds: POLL_SECONDS,
      budgetPerMinute: 2_000,
    },
    {
      id: "dli-north",
      name: "DLI, northern region",
      vendor: "huawei-dli",
      baseUrl: dliNorth,
      projectId: "330e068af1334c9782f4226acc00a2e2",
      auth: { type: "token", token: "${DLI_TOKEN}" },
      pollSeconds: POLL_SECONDS,
      budgetPerMinute: 2_000,
    },
    {
      id: "datameer",
      name: "Datameer",
      vendor: "datameer",
      baseUrl: datameer,
      timeZone: "Asia/Shanghai",
      auth: { type: "basic", username: "admin", password: "${DATAMEER_PASSWORD}" },
      configurations: [
        { id: 4, fileId: 48 },
        { id: 17, fileId: 60 },
        { id: 12, fileId: 21 },
        { id: 30, fileId: 72 },
        { id: 21, fileId: 50 },
      ],
      pollSeconds: POLL_SECONDS,
      budgetPerMinute: 2_000,
    },
  ];
  writeFileSync(file, stringify({ connections }), { mode: 0o600 });
}
