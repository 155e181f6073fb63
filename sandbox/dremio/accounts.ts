import type { DremioSwitches } from "./switches";

/** Someone who may ask. `canViewAllJobs` is the privilege VIEW JOB HISTORY. */
export interface Account {
  name: string;
  password: string;
  /** A personal access token that never expires; Community has none. */
  token: string | null;
  admin: boolean;
  canViewAllJobs: boolean;
}

export const ACCOUNTS: readonly Account[] = [
  account("admin", "sandbox-dremio-admin-password", "sandbox-dremio-token", true, true),
  account("operator", "sandbox-dremio-password", "sandbox-operator-token", false, true),
  account("restricted", "sandbox-restricted-password", "sandbox-restricted-token", false, false),
];

function account(name: string, password: string, token: string, admin: boolean, canViewAllJobs: boolean): Account {
  return { name, password, token, admin, canViewAllJobs };
}

/** The tokens of one sandbox: the fixed ones and those that a log-in made. */
export class Sessions {
  #loggedIn = new Map<string, { account: Account; expires: number }>();

  constructor(private readonly switches: DremioSwitches) {}

  /** Null for wrong credentials. */
  logIn(userName: string, password: string, now: number): { token: string; account: Account; expires: number } | null {
    const found = ACCOUNTS.find((entry) => entry.name === userName && entry.password === password);
    if (!found) return null;
    const token = crypto.randomUUID().replaceAll("-", "").slice(0, 26);
    const expires = now + this.switches.tokenLifeMs;
    this.#loggedIn.set(token, { account: found, expires });
    return { token, account: found, expires };
  }

  logOut(authorization: string | undefined): void {
    this.#loggedIn.delete(tokenOf(authorization));
  }

  /** Who is behind an `Authorization` header, or null: missing, malformed, unknown and expired are all the same. */
  whoIs(authorization: string | undefined, now: number): Account | null {
    const token = tokenOf(authorization);
    if (token === "" || this.switches.refuseTokens) return null;
    const session = this.#loggedIn.get(token);
    if (session) return session.expires > now ? session.account : null;
    if (this.switches.flavor === "community") return null;
    return ACCOUNTS.find((entry) => entry.token === token) ?? null;
  }

  clear(): void {
    this.#loggedIn.clear();
  }
}

/** `Bearer <token>` in any case, `_dremio<token>` with or without a blank, or the bare token (1.1). */
function tokenOf(authorization: string | undefined): string {
  return (authorization ?? "").replace(/^(bearer\s+|_dremio\s*)/i, "").trim();
}
