import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EnvError, readEnv, resolveEnv } from "@/lib/server/env";

const SECRET = "k7Zq0vT3mX9bR5cW1nL8pD4sF6gH2jYa";
const KEY = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";

function problem(source: Record<string, string>): string {
  const reading = readEnv(source);
  return reading.ok ? "" : reading.problem;
}

describe("readEnv", () => {
  it("has the contract's defaults", () => {
    const reading = readEnv({});
    expect(reading).toMatchObject({
      ok: true,
      env: {
        dataDir: ".data",
        collector: "in-process",
        port: 3000,
        hostname: "127.0.0.1",
        sessionHours: 24,
        retentionDays: null,
        logLevel: "info",
      },
    });
  });

  it.each([
    ["DATABASE_URL", "mysql://x"],
    ["AUTH_SECRET", "short"],
    ["AUTH_SECRET", "change-me-change-me-change-me-change-me"],
    ["AUTH_SECRET", "a".repeat(40)],
    ["ENCRYPTION_KEYS", "not base64!"],
    ["ENCRYPTION_KEYS", "AAAA"],
    ["ENCRYPTION_KEYS", Buffer.alloc(32).toString("base64")],
    ["ENCRYPTION_KEYS", `${KEY},`],
    ["ENCRYPTION_KEYS", `${KEY},${KEY}`],
    ["COLLECTOR", "on"],
    ["PORT", "0"],
    ["PORT", "70000"],
    ["PORT", "80a"],
    ["PUBLIC_URL", "jobwatch.example.com"],
    ["PUBLIC_URL", "https://example.com/jobwatch"],
    ["PUBLIC_URL", "https://user:pw@example.com"],
    ["SESSION_HOURS", "0"],
    ["SESSION_HOURS", "-1"],
    ["RETENTION_DAYS", "0"],
    ["RETENTION_DAYS", "3651"],
    ["RETENTION_DAYS", "0.5"],
    ["RETENTION_DAYS", "30d"],
    ["VENDOR_NETWORKS", "10.0.0.0/8,intranet"],
    ["LOG_LEVEL", "loud"],
    ["HOSTNAME", "a b"],
    ["BOOTSTRAP_ADMIN_EMAIL", "nobody"],
    ["BOOTSTRAP_ADMIN_PASSWORD", "short"],
  ])("refuses %s=%s in one line that names it", (name, value) => {
    const line = problem({ [name]: value });
    expect(line).toMatch(new RegExp(`^${name}: `));
    expect(line).not.toContain("\n");
  });

  it("never repeats a secret in its refusal", () => {
    expect(problem({ AUTH_SECRET: "hunter2hunter2" })).not.toContain("hunter2");
    expect(problem({ ENCRYPTION_KEYS: "hunter2hunter2" })).not.toContain("hunter2");
  });

  it("asks for both secrets with DATABASE_URL, and for both halves of the first admin", () => {
    const url = { DATABASE_URL: "postgres://u:p@db/jobwatch" };
    expect(problem(url)).toMatch(/^AUTH_SECRET: is missing/);
    expect(problem({ ...url, AUTH_SECRET: SECRET })).toMatch(/^ENCRYPTION_KEYS: is missing/);
    expect(problem({ ...url, AUTH_SECRET: SECRET, ENCRYPTION_KEYS: KEY })).toBe("");
    expect(problem({ AUTH_SECRET: KEY, ENCRYPTION_KEYS: KEY })).toMatch(/^AUTH_SECRET: /);
    expect(problem({ BOOTSTRAP_ADMIN_EMAIL: "a@b.example" })).toMatch(/^BOOTSTRAP_ADMIN_PASSWORD: /);
  });

  it("treats empty as unset and warns of misspelt names", () => {
    const reading = readEnv({ DATABASE_URL: "", ENCRYPTION_KEY: "x", DATABSE_URL: "x", HOME: "/root", HOST: "x" });
    expect(reading.ok && reading.warnings).toEqual([
      "ENCRYPTION_KEY is not a variable of ours: is ENCRYPTION_KEYS meant?",
      "DATABSE_URL is not a variable of ours: is DATABASE_URL meant?",
    ]);
  });

  it("normalises PUBLIC_URL to an origin", () => {
    const reading = readEnv({ PUBLIC_URL: "https://Jobs.Example.com:443/" });
    expect(reading.ok && reading.env.publicUrl).toBe("https://jobs.example.com");
  });
});

describe("resolveEnv", () => {
  let base: string;
  beforeEach(() => {
    base = mkdtempSync(path.join(tmpdir(), "jobwatch-env-"));
  });
  afterEach(() => rmSync(base, { recursive: true }));

  it("makes a private directory and keeps its secrets over starts", () => {
    const dataDir = path.join(base, "data");
    const first = resolveEnv({ DATA_DIR: dataDir }).env;
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(dataDir, "auth-secret")).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(dataDir, "encryption-keys"), "utf8").trim()).toBe(first.encryptionKeys[0]);
    const second = resolveEnv({ DATA_DIR: dataDir }).env;
    expect([second.authSecret, second.encryptionKeys]).toEqual([first.authSecret, first.encryptionKeys]);
    expect(first.authSecret).not.toBe(first.encryptionKeys[0]);
  });

  it("refuses a directory that others may enter, a symbolic link, and an open secret file", () => {
    const dataDir = path.join(base, "data");
    resolveEnv({ DATA_DIR: dataDir });
    chmodSync(dataDir, 0o755);
    expect(() => resolveEnv({ DATA_DIR: dataDir })).toThrow(/chmod 700/);
    chmodSync(dataDir, 0o700);
    symlinkSync(dataDir, path.join(base, "link"));
    expect(() => resolveEnv({ DATA_DIR: path.join(base, "link") })).toThrow(EnvError);
    chmodSync(path.join(dataDir, "auth-secret"), 0o644);
    expect(() => resolveEnv({ DATA_DIR: dataDir })).toThrow(/chmod 600/);
  });

  it("makes no directory beside a database of its own", () => {
    const dataDir = path.join(base, "none");
    resolveEnv({ DATA_DIR: dataDir, DATABASE_URL: "postgres://u@db/j", AUTH_SECRET: SECRET, ENCRYPTION_KEYS: KEY });
    expect(existsSync(dataDir)).toBe(false);
  });
});
