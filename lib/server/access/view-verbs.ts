import type * as z from "zod/mini";
import type { View, ViewChange, ViewInput } from "@/lib/contract/access";
import { AppError } from "@/lib/server/app-error";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import type { Services } from "@/lib/server/routes/services";
import {
  changeView,
  countViews,
  createView,
  deleteView,
  listViews,
  type ViewRow,
} from "@/lib/server/store/access/views";

const PER_USER = 200;

function toView({ id, userId, name, query, shared, createdAt }: ViewRow, user: RequestUser): View {
  return { id, name, query, shared, mine: userId === user.id, createdAt: new Date(createdAt).toISOString() };
}

export async function showViews({ db }: Services, user: RequestUser): Promise<View[]> {
  return (await listViews(db, user.id)).map((row) => toView(row, user));
}

/** @throws AppError `conflict` where this user has too many */
export async function addView(services: Services, user: RequestUser, input: z.output<typeof ViewInput>): Promise<View> {
  if ((await countViews(services.db, user.id)) >= PER_USER) {
    throw new AppError("conflict", { detail: `There are ${PER_USER} views already: remove one first.` });
  }
  return toView(await createView(services.db, user.id, input, services.now()), user);
}

/** @throws AppError `not_found`, also for another user's view */
export async function editView(
  { db }: Services,
  user: RequestUser,
  id: string,
  change: z.output<typeof ViewChange>,
): Promise<View> {
  const row = await changeView(db, user.id, id, change);
  if (row === null) throw new AppError("not_found");
  return toView(row, user);
}

/** @throws AppError `not_found`, also for another user's view */
export async function removeView({ db }: Services, user: RequestUser, id: string): Promise<void> {
  if (!(await deleteView(db, user.id, id))) throw new AppError("not_found");
}
