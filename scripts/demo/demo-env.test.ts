import { describe, expect, it } from "vitest";
import { DEMO_ACCOUNTS } from "./accounts";
import { demoEnv, takenPorts } from "./demo-env";

describe("the demo's environment", () => {
  it("keeps the caller's port and never the caller's database, keys or address", () => {
    const env = demoEnv({
      PATH: "/bin",
      PORT: "4000",
      HOSTNAME: "0.0.0.0",
      DATABASE_URL: "postgres://db/jobs",
      ENCRYPTION_KEYS: "x",
      PUBLIC_URL: "https://jobs.example.com",
    });
    expect(env).toMatchObject({ PATH: "/bin", PORT: "4000", HOSTNAME: "127.0.0.1", DATA_DIR: ".data/demo" });
    for (const name of ["DATABASE_URL", "ENCRYPTION_KEYS", "PUBLIC_URL"]) expect(env).not.toHaveProperty(name);
  });

  it("hands the log-in page three accounts whose passwords are long enough for the server", () => {
    const accounts: unknown = JSON.parse(demoEnv({}).DEMO_ACCOUNTS ?? "");
    expect(accounts).toEqual(DEMO_ACCOUNTS);
    expect(DEMO_ACCOUNTS.map(({ role }) => role)).toEqual(["viewer", "operator", "admin"]);
    for (const { password } of DEMO_ACCOUNTS) expect(password.length).toBeGreaterThanOrEqual(12);
  });
});

describe("a taken port", () => {
  it("is named in one sentence, with what to do", () => {
    expect(takenPorts([9048], 3000)).toBe("Port 9048 is taken: end the program that listens on it.");
    expect(takenPorts([3000], 3000)).toBe(
      "Port 3000 is taken: end the program that listens on it, or choose another: PORT=3001 npm run demo.",
    );
    expect(takenPorts([9047, 9048, 3000], 3000)).toBe(
      "Ports 9047, 9048 and 3000 are taken: end the program that listens on them.",
    );
  });
});
