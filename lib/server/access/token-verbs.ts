import type { Token } from "@/lib/contract/access";
import { AppError } from "@/lib/server/app-error";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import type { Services } from "@/lib/server/routes/services";
import { createApiToken, deleteApiToken, listApiTokens } from "@/lib/server/store/access/api-tokens";

/** More than anybody uses, and few enough to list. */
const PER_USER = 50;

export async function showTokens({ db }: Services, user: RequestUser): Promise<Token[]> {
  const rows = await listApiTokens(db, user.id);
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdAt: new Date(createdAt).toISOString(),
    lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
  }));
}

/** @throws AppError `conflict` where this user has too many */
export async function addToken(
  { db, now }: Services,
  user: RequestUser,
  name: string,
): Promise<{ id: string; name: string; token: string }> {
  if ((await listApiTokens(db, user.id)).length >= PER_USER) {
    throw new AppError("conflict", { detail: `There are ${PER_USER} tokens already: revoke one first.` });
  }
  const { row, token } = await createApiToken(db, user.id, name, now());
  return { id: row.id, name, token };
}

/** @throws AppError `not_found`, also for another user's token */
export async function removeToken({ db }: Services, user: RequestUser, id: string): Promise<void> {
  if (!(await deleteApiToken(db, user.id, id))) throw new AppError("not_found");
}
