import { describe, expect, it } from "vitest";
import { type Health, healthWord } from "@/components/connections/health";

const NOW = Date.parse("2026-07-03T12:00:00.000Z");
const LIMITED = { code: "rate-limited", message: "HTTP 429: the request rate exceeds the limit" };

const word = (health: Health, nextPollAt: string | null, lastError: typeof LIMITED | null, now = NOW) =>
  healthWord(
    { health, nextPollAt, lastError, since: "2026-07-03T11:00:00.000Z", lastAnswerAt: "2026-07-03T11:59:00.000Z" },
    now,
    "utc",
  );

describe("the word for a connection's health", () => {
  it("says that an answer was slow, where the vendor did answer", () => {
    expect(word("slow", "2026-07-03T12:00:15.000Z", null)).toBe("slow answer");
  });
  it("says until when we back off from a vendor that asked for it", () => {
    expect(word("slow", "2026-07-03T12:00:42.000Z", LIMITED)).toBe("backing off until 12:00:42");
    expect(word("slow", "2026-07-04T00:10:00.000Z", LIMITED)).toBe("backing off until 04 Jul 00:10:00");
  });
  it("names no end that is past, or that cannot be told from now yet", () => {
    expect(word("slow", "2026-07-03T11:59:59.000Z", LIMITED)).toBe("backing off");
    expect(word("slow", null, LIMITED)).toBe("backing off");
    expect(word("slow", "2026-07-03T12:00:42.000Z", LIMITED, 0)).toBe("backing off");
  });
  it("is the usual one in any other health", () => {
    expect(word("ok", null, null)).toBe("working");
    expect(word("failing", "2026-07-03T12:00:42.000Z", LIMITED)).toBe("not answering");
  });
});
