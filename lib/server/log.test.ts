import { describe, expect, test } from "vitest";
import { createLog } from "@/lib/server/log";
import { registerSecret } from "@/lib/server/outbound/secrets";

const CANARY = 'canary-log-"0123456789"';
registerSecret(CANARY);
registerSecret("1700");

function logging(level?: string) {
  const lines: string[] = [];
  return { lines, log: createLog(level, { write: (line) => lines.push(line) }) };
}

describe("secrets", () => {
  const cause = new Error(`cause ${CANARY}`, { cause: new Error(`root ${Buffer.from(CANARY).toString("base64")}`) });
  const error = Object.assign(new Error(`outer ${CANARY}`, { cause }), { detail: { header: `Bearer ${CANARY}` } });
  const circular: Record<string, unknown> = { text: CANARY };
  circular.self = circular;

  test.each<[string, (log: ReturnType<typeof createLog>) => void]>([
    ["a message", (log) => log.info(`say ${CANARY}`)],
    ["a message's arguments", (log) => log.info("say %s %o", CANARY, { CANARY })],
    ["a field", (log) => log.info({ a: { b: [CANARY] } }, "x")],
    ["a field's name", (log) => log.info({ [CANARY]: 1 }, "x")],
    ["an error and its causes", (log) => log.error(error, "x")],
    ["an error as a field", (log) => log.error({ err: error }, "x")],
    ["an error under another name", (log) => log.error({ error }, "x")],
    ["a circle", (log) => log.info(circular, "x")],
    ["a child's bindings", (log) => log.child({ token: CANARY }).info("x")],
    ["a URL", (log) => log.info(`https://x/?t=${encodeURIComponent(CANARY)}`)],
  ])("are hidden in %s", (_, write) => {
    const { lines, log } = logging();
    write(log);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/canary|Y2FuYXJ5/);
    expect(lines[0]).toContain("[redacted]");
    expect(JSON.parse(lines[0] ?? "")).toHaveProperty("level");
  });

  test("that look like numbers do not break the line", () => {
    const { lines, log } = logging();
    log.info({ at: 1700000000000, text: "pin 1700" }, "x");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ at: 1700000000000, text: "pin [redacted]" });
  });
});

test("an error keeps its words, its class and its chain", () => {
  const { lines, log } = logging();
  log.error(new TypeError("outer", { cause: new Error("inner") }), "while polling");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    level: "error",
    msg: "while polling",
    err: { type: "TypeError", message: "outer", cause: { message: "inner" } },
  });
});

test("control characters cannot make a second line, and a long field is cut", () => {
  const { lines, log } = logging();
  log.info({ agent: 'a\n{"level":"info"}\r\u0000\u001b[31m\u2028', long: "x".repeat(5_000_000) }, "log\nin");
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toMatch(/[\n\r\u0000\u001b]/);
  expect(lines[0]?.length).toBeLessThan(10_000);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    msg: "log\nin",
    long: expect.stringMatching(/5000000 characters/),
  });
});

test("the level is as told; a word that is none counts as info", () => {
  for (const [level, expected] of [
    ["warn", 0],
    ["debug", 2],
    ["loud", 1],
    [undefined, 1],
  ] as const) {
    const { lines, log } = logging(level);
    log.debug("d");
    log.info("i");
    expect(lines).toHaveLength(expected);
  }
});
