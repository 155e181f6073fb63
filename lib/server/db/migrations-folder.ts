import { join } from "node:path";

/** Read at run time from the checkout: the server starts in its root. */
export const migrationsFolder = join(process.cwd(), "lib/server/db/migrations");
