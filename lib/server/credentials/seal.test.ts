import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { keyRing, seal, SealError, unseal } from "@/lib/server/credentials/seal";

const [oldKey, newKey] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")] as [string, string];
const place = { connection: "lake", field: "token" };

describe("seal", () => {
  it("opens what it sealed, with another ciphertext each time", () => {
    const ring = keyRing([oldKey]);
    const [a, b] = [seal(ring, place, "canary-Ω"), seal(ring, place, "canary-Ω")];
    expect(unseal(ring, place, a)).toBe("canary-Ω");
    expect(a.sealed).not.toBe(b.sealed);
    expect(Buffer.from(a.sealed, "base64").toString("latin1")).not.toContain("canary");
  });

  it("reads with every key and seals with the newest", () => {
    const before = seal(keyRing([oldKey]), place, "x");
    const ring = keyRing([newKey, oldKey]);
    expect(unseal(ring, place, before)).toBe("x");
    expect(seal(ring, place, "x").keyId).not.toBe(before.keyId);
  });

  it("names the key that is missing", () => {
    const sealed = seal(keyRing([oldKey]), place, "x");
    expect(() => unseal(keyRing([newKey]), place, sealed)).toThrow(sealed.keyId);
  });

  it.each([
    { connection: "other", field: "token" },
    { connection: "lake", field: "password" },
  ])("does not open at another place %o", (other) => {
    const ring = keyRing([oldKey]);
    expect(() => unseal(ring, other, seal(ring, place, "x"))).toThrow(SealError);
  });

  it("does not open after any one bit is flipped", () => {
    const ring = keyRing([oldKey]);
    const sealed = seal(ring, place, "canary");
    const bytes = Buffer.from(sealed.sealed, "base64");
    for (let index = 0; index < bytes.length; index++) {
      const flipped = Buffer.from(bytes);
      flipped[index] = (flipped[index] ?? 0) ^ 1;
      expect(() => unseal(ring, place, { ...sealed, sealed: flipped.toString("base64") })).toThrow(SealError);
    }
    expect(() => unseal(ring, place, { ...sealed, sealed: "" })).toThrow(SealError);
  });
});
