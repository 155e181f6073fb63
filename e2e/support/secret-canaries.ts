import { VENDOR_SECRETS } from "./connections-file";

/** A secret that only an admin has typed in; the others stand in the connections file's environment. */
export const STORED_CANARY = "canary-stored-6f1d5b0e9c";

const SECRETS = [...Object.values(VENDOR_SECRETS), STORED_CANARY];

/** Every secret in every spelling in which it could leave the server. */
const SPELLINGS = SECRETS.flatMap((secret) => {
  const bytes = Buffer.from(secret);
  const basic = Buffer.from(`admin:${secret}`);
  return [secret, encodeURIComponent(secret), bytes.toString("hex"), ...[bytes, basic].flatMap(inBase64)];
});

/** Without the end, which depends on what follows. */
function inBase64(bytes: Buffer): string[] {
  return [bytes.toString("base64"), bytes.toString("base64url")].map((text) => text.replace(/=*$/, "").slice(0, -1));
}

/** The secrets that a text gives away. */
export function secretsIn(text: string): string[] {
  return SPELLINGS.filter((spelling) => text.includes(spelling));
}
