import { redirect } from "next/navigation";
import { currentUser } from "@/lib/server/auth/current-user";
import { routes } from "@/lib/url/routes";

/** A page's query string, as Next hands it over. */
export type PageSearch = Promise<Record<string, string | string[] | undefined>>;

/** Sends who is not logged in to the log-in page, and from there back to this very view. */
export async function requireUser(path: string, search: PageSearch): Promise<void> {
  if (await currentUser()) return;
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(await search)) {
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined) query.append(key, item);
  }
  const text = query.toString();
  redirect(routes.login(text ? `${path}?${text}` : path));
}
