import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const COST = { memoryCost: 19456, timeCost: 2, parallelism: 1 } as const;

/** At most two hashes at once: log-ins may queue, but never starve the rest of the server of CPU or memory. */
const LIMIT = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= LIMIT) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The place is handed over rather than freed, so that nobody slips in between.
    if (next === undefined) running -= 1;
    else next();
  }
}

export function hashPassword(password: string): Promise<string> {
  return limited(() => hash(password, COST));
}

let dummy: Promise<string> | null = null;

/**
 * Whether the password fits. Without a hash (unknown user, or one without a password) it takes the same time and says
 * no, so that nobody learns which accounts exist.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await (dummy ??= hashPassword("no account has this password")));
  const fits = await limited(() => verify(against, password).catch(() => false));
  return passwordHash !== null && fits;
}
