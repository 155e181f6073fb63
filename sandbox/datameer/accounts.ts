/** Who may log in, and what that account may do. */
export interface Account {
  username: string;
  password: string;
  groups: string[];
  roles: string[];
  capabilities: string[];
  /** Sees private artifacts, runs and stops every artifact, deletes data, reads the server's own log. */
  administrator: boolean;
  loginCount: number;
}

/** `admin` may do everything; `analyst` runs and stops only what it owns and never sees a private artifact. */
export const accounts: readonly Account[] = [
  {
    username: "admin",
    password: "sandbox-datameer-password",
    groups: ["Administrators"],
    roles: ["ADMIN"],
    capabilities: ["HADOOP_CLUSTER_ACCESS", "IMPORTJOB_EDIT", "WORKBOOK_EDIT", "EXPORTJOB_EDIT", "DATA_DELETE"],
    administrator: true,
    loginCount: 214,
  },
  {
    username: "analyst",
    password: "sandbox-analyst-password",
    groups: ["Analysts"],
    roles: ["ANALYST"],
    capabilities: ["WORKBOOK_EDIT"],
    administrator: false,
    loginCount: 31,
  },
];

/** The account behind an `Authorization: Basic` header, or null where the header is absent, malformed or wrong. */
export function accountOf(authorization: string | undefined): Account | null {
  const match = /^basic\s+([a-z0-9+/=]+)$/i.exec(authorization ?? "");
  if (!match?.[1]) return null;
  const pair = Buffer.from(match[1], "base64").toString("utf8");
  const colon = pair.indexOf(":");
  const [username, password] = [pair.slice(0, colon), pair.slice(colon + 1)];
  return accounts.find((account) => account.username === username && account.password === password) ?? null;
}
