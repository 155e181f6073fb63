import * as z from "zod/mini";
import { Token, User, View } from "@/lib/contract/access";

export { Me } from "@/lib/contract/access";

/** Answers that list: `{items: […]}`. Apart, so that they are fetched with the first answer. */
export const Users = z.object({ items: z.array(User) });
export const Tokens = z.object({ items: z.array(Token) });
export const Views = z.object({ items: z.array(View) });
