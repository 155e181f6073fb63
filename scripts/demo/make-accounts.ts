import { hashPassword, passwordFits } from "../../lib/server/auth/password";
import { closeDatabase, getDatabase } from "../../lib/server/db/get-database";
import { loadEnv } from "../../lib/server/env";
import { changeUser, createUser, userByEmail } from "../../lib/server/store/access/users";
import { DEMO_ACCOUNTS, type DemoAccount } from "./accounts";

/**
 * A program of its own, run before the server has the embedded database: makes the demo's accounts, or puts them back
 * to what the demo prints. Whoever is logged in stays so where nothing had changed.
 */
loadEnv();
try {
  for (const account of DEMO_ACCOUNTS) await put(account);
} catch (error) {
  console.error(`The accounts cannot be made: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
process.exit();

async function put({ email, password, role }: DemoAccount): Promise<void> {
  const { db } = await getDatabase();
  const known = await userByEmail(db, email);
  const wanted = { email, role, connections: null, disabled: false };
  if (known === null) {
    await createUser(db, { ...wanted, passwordHash: await hashPassword(password) }, Date.now());
    return;
  }
  const fits = await passwordFits(known.passwordHash, password);
  if (fits && known.role === role && !known.disabled && known.connections === null) return;
  await changeUser(db, known.id, fits ? wanted : { ...wanted, passwordHash: await hashPassword(password) }, Date.now());
}
