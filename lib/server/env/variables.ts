/** Every environment variable that the server reads. */
export const VARIABLES = [
  "DATABASE_URL",
  "DATA_DIR",
  "AUTH_SECRET",
  "ENCRYPTION_KEYS",
  "CONNECTIONS_FILE",
  "BOOTSTRAP_ADMIN_EMAIL",
  "BOOTSTRAP_ADMIN_PASSWORD",
  "COLLECTOR",
  "PORT",
  "HOSTNAME",
  "PUBLIC_URL",
  "SESSION_HOURS",
  "RETENTION_DAYS",
  "VENDOR_NETWORKS",
  "METRICS_TOKEN",
  "LOG_LEVEL",
] as const;
export type Variable = (typeof VARIABLES)[number];

/** How many single-character edits lie between two words, counted no further than `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/** One warning per variable that looks like one of ours, misspelt. Short names are left out: too much looks like PORT. */
export function misspeltVariables(names: readonly string[]): string[] {
  const known: readonly string[] = VARIABLES;
  return names.flatMap((name) => {
    if (known.includes(name)) return [];
    const bare = name.replace(/^JOBWATCH_/, "");
    const meant = known.find((ours) => ours.length > 6 && editDistance(bare, ours, 2) <= 2);
    return meant === undefined ? [] : [`${name} is not a variable of ours: is ${meant} meant?`];
  });
}
