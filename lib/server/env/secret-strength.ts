/** Texts that stand in examples, tutorials and defaults: as a secret they are known to everybody. */
const WELL_KNOWN = [
  "changeme",
  "change-me",
  "change_me",
  "changethis",
  "replaceme",
  "replace-me",
  "your-secret",
  "your_secret",
  "yoursecret",
  "my-secret",
  "mysecret",
  "secret-key",
  "super-secret",
  "supersecret",
  "default-secret",
  "nextauth-secret",
  "auth-secret",
  "auth_secret",
  "example-secret",
  "insecure",
  "thisisasecret",
  "this-is-a-secret",
  "0123456789abcdef0123456789abcdef",
  "abcdefghijklmnopqrstuvwxyz",
];

/** Why a signing secret cannot be used, or null where it can. Never quotes the secret. */
export function secretWeakness(secret: string): string | null {
  if (secret.length < 32) return `is too short: ${secret.length} characters, at least 32 are needed`;
  const lower = secret.toLowerCase();
  if (WELL_KNOWN.some((known) => lower.includes(known))) return "is a well-known one: use a random one";
  if (new Set(lower).size < 8) return "repeats a few characters: use a random one";
  return null;
}

/** Why a base64 encryption key cannot be used, or null where it can. Never quotes the key. */
export function keyWeakness(key: string): string | null {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(key)) return "is not base64";
  const bytes = Buffer.from(key, "base64");
  if (bytes.length !== 32) return `holds ${bytes.length} bytes, 32 are needed`;
  if (new Set(bytes).size < 8) return "repeats a few bytes: use a random one";
  if (secretWeakness(bytes.toString("latin1")) !== null) return "is a well-known one: use a random one";
  return null;
}
