import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** The keys that seal stored credentials: the first seals, all of them open. */
export interface KeyRing {
  newest: { id: string; key: Buffer };
  byId: ReadonlyMap<string, Buffer>;
}

/** Names what is sealed: a ciphertext copied to another connection or field does not open there. */
export interface SealedPlace {
  connection: string;
  field: string;
}

export interface SealedSecret {
  keyId: string;
  /** base64 of nonce (12 bytes), tag (16) and ciphertext. */
  sealed: string;
}

/** A sealed credential cannot be opened; the message names the key id, never the content. */
export class SealError extends Error {
  override readonly name = "SealError";
}

const NONCE = 12;
const TAG = 16;

/** Eight hexadecimal digits that name a key without telling anything about it. */
function keyId(key: Buffer): string {
  return createHash("sha256").update("jobwatch key id\0").update(key).digest("hex").slice(0, 8);
}

/** @param keys base64, 32 bytes each, newest first. */
export function keyRing(keys: readonly string[]): KeyRing {
  const all = keys.map((text) => Buffer.from(text, "base64")).map((key) => ({ id: keyId(key), key }));
  const newest = all[0];
  if (newest === undefined) throw new SealError("there is no encryption key");
  return { newest, byId: new Map(all.map(({ id, key }) => [id, key])) };
}

function associated(place: SealedPlace, id: string): Buffer {
  return Buffer.from(JSON.stringify([place.connection, place.field, id]));
}

export function seal(ring: KeyRing, place: SealedPlace, secret: string): SealedSecret {
  const { id, key } = ring.newest;
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG });
  cipher.setAAD(associated(place, id));
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return { keyId: id, sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64") };
}

/** @throws SealError where the key is not among ours, or the text was changed or belongs to another place. */
export function unseal(ring: KeyRing, place: SealedPlace, secret: SealedSecret): string {
  const where = `the ${place.field} of connection ${place.connection}`;
  const key = ring.byId.get(secret.keyId);
  if (key === undefined) {
    throw new SealError(`${where} is sealed with key ${secret.keyId}, which is not among ENCRYPTION_KEYS`);
  }
  const bytes = Buffer.from(secret.sealed, "base64");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(associated(place, secret.keyId));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  } catch {
    throw new SealError(`${where} does not open with key ${secret.keyId}: it was changed, or moved from elsewhere`);
  }
}
