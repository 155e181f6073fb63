import { describe, expect, it } from "vitest";
import { hashPassword, passwordFits } from "@/lib/server/auth/password";

describe("passwords", () => {
  it("hashes with argon2id and tells right from wrong", async () => {
    const hash = await hashPassword("correct horse");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordFits(hash, "correct horse")).toBe(true);
    expect(await passwordFits(hash, "correct horsf")).toBe(false);
  });

  it("says no without a hash, whatever the password", async () => {
    expect(await passwordFits(null, "no account has this password")).toBe(false);
    expect(await passwordFits("not a hash", "x")).toBe(false);
  });

  it("serves many at once", async () => {
    const hash = await hashPassword("pw");
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => passwordFits(hash, i % 2 ? "pw" : "no")));
    expect(answers.filter(Boolean)).toHaveLength(6);
  });
});
