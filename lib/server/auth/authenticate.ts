import type { Role } from "@/lib/contract/primitives";
import { sessionIdFromCookie } from "@/lib/server/auth/session-cookie";
import type { Services } from "@/lib/server/routes/services";
import { tokenUser } from "@/lib/server/store/access/api-tokens";
import { sessionUser } from "@/lib/server/store/access/sessions";
import { markSeen, type UserRow } from "@/lib/server/store/access/users";

/** Who asks, as every verb of the server knows it. */
export interface RequestUser {
  id: string;
  email: string;
  role: Role;
  /** Ids of the connections that exist for this user; null: all. */
  connections: string[] | null;
  /** Whom the audit names: the e-mail address, and the token's name after it. */
  by: string;
}

export interface Principal {
  user: RequestUser;
  via: "cookie" | "token";
  /** One per session or token: what its requests are counted under. */
  key: string;
}

const RANK = { viewer: 0, operator: 1, admin: 2 } as const satisfies Record<Role, number>;

/** Roles include each other: admin, operator, viewer. */
export function hasRole(user: Pick<RequestUser, "role">, least: Role): boolean {
  return RANK[user.role] >= RANK[least];
}

/** Whether a connection exists for this user. */
export function maySee(user: Pick<RequestUser, "connections">, connection: string): boolean {
  return user.connections === null || user.connections.includes(connection);
}

/**
 * Who sent these headers, by rows that are read for each request: a revoked session, a disabled user or a new role is
 * in effect at once. An Authorization header counts alone; where it is wrong, no cookie helps.
 * @returns null for nobody.
 */
export async function authenticate(headers: Headers, { db, env, now }: Services): Promise<Principal | null> {
  const at = now();
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const bearer = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const found = bearer === undefined ? null : await tokenUser(db, bearer, at);
    if (found === null) return null;
    await markSeen(db, found.user, at);
    const user = requestUser(found.user, `${found.user.email} (${found.token.name})`);
    return { user, via: "token", key: `token ${found.token.id}` };
  }
  const sid = await sessionIdFromCookie(headers.get("cookie"), env);
  const found = sid === null ? null : await sessionUser(db, sid, at);
  if (sid === null || found === null) return null;
  await markSeen(db, found.user, at);
  return { user: requestUser(found.user, found.user.email), via: "cookie", key: `session ${sid}` };
}

function requestUser(row: UserRow, by: string): RequestUser {
  return { id: row.id, email: row.email, role: row.role, connections: row.connections, by };
}
