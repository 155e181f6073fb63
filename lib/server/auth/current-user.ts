import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { authenticate, type RequestUser } from "@/lib/server/auth/authenticate";
import { getServices } from "@/lib/server/routes/services";

/** Who is logged in, for pages; null for nobody. Read once per request, from the rows. */
export const currentUser = cache(async (): Promise<RequestUser | null> => {
  const given = await headers();
  // Pages are for browsers: a token in a header opens the API alone.
  const cookie = given.get("cookie");
  if (cookie === null) return null;
  return (await authenticate(new Headers({ cookie }), await getServices()))?.user ?? null;
});
