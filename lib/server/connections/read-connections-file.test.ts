import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { describeFileProblem, readConnections } from "@/lib/server/connections/read-connections-file";
import { testDescriptors } from "@/lib/server/connections/test-descriptors";

const GOOD = `connections:
  - id: lake
    name: Lakehouse
    vendor: tokened
    baseUrl: http://127.0.0.1:9047
    auth: { type: token, token: "\${LAKE_TOKEN}" }
    projectId: p-1
    pollSeconds: 15
    jobs: [{ kind: query, id: 12 }]
  - id: zone
    vendor: zoned
    baseUrl: https://zone.example.com/base
    timeZone: Asia/Shanghai
    auth: { type: basic, username: admin, password: "\${ZONE_PASSWORD}" }
    configurations: [{ id: 4, fileId: 48 }, { id: 17 }]
`;
const ENVIRONMENT = { LAKE_TOKEN: "canary-token", ZONE_PASSWORD: "canary: #pw" };
const read = (text: string, environment: Record<string, string> = ENVIRONMENT) =>
  readConnections(text, "connections.yaml", environment, testDescriptors);

function firstProblem(text: string, environment?: Record<string, string>): string {
  const reading = read(text, environment);
  return reading.ok ? "none" : describeFileProblem(reading.problems[0]);
}

describe("readConnections", () => {
  it("reads entries with the environment's secrets and the vendor's defaults", () => {
    const reading = read(GOOD);
    expect(reading).toMatchObject({
      ok: true,
      connections: [
        {
          id: "lake",
          name: "Lakehouse",
          trust: "file",
          auth: { type: "token", scheme: "bearer", values: { token: "canary-token" } },
          settings: { baseUrl: "http://127.0.0.1:9047", consoleUrl: null, projectId: "p-1" },
          pollSeconds: 15,
          budgetPerMinute: 60,
          jobs: [{ kind: "query", id: "12" }],
        },
        {
          id: "zone",
          name: "zone",
          auth: { values: { username: "admin", password: "canary: #pw" } },
          settings: { timeZone: "Asia/Shanghai", configurations: [{ id: 4, fileId: 48 }, { id: 17 }] },
          pollSeconds: 5,
        },
      ],
    });
  });

  it("gives the same version to the same entry and another to a changed secret", () => {
    const versions = (reading: ReturnType<typeof read>) =>
      reading.ok ? reading.connections.map((c) => c.configVersion) : [];
    expect(versions(read(GOOD))).toEqual(versions(read(GOOD)));
    const changed = versions(read(GOOD, { ...ENVIRONMENT, LAKE_TOKEN: "new" }));
    expect(changed[0]).not.toBe(versions(read(GOOD))[0]);
    expect(changed[1]).toBe(versions(read(GOOD))[1]);
  });

  it("takes an empty file for an empty list", () => {
    expect(read("")).toEqual({ ok: true, connections: [] });
    expect(read("connections:\n")).toEqual({ ok: true, connections: [] });
  });

  it.each([
    [
      "an unset variable",
      GOOD,
      { LAKE_TOKEN: "x" },
      /^connections\.yaml:14: connections\[1\]\.auth\.password names \$\{ZONE_PASSWORD\}/,
    ],
    [
      "broken YAML",
      GOOD.replace('"${LAKE_TOKEN}"', "${LAKE_TOKEN}"),
      undefined,
      /^connections\.yaml:6: .*needs quotes/,
    ],
    [
      "an unknown vendor",
      GOOD.replace("tokened", "oracle"),
      undefined,
      /^connections\.yaml:4: connections\[0\]\.vendor .*tokened, zoned/,
    ],
    [
      "an id with capitals",
      GOOD.replace("id: lake", "id: Lake"),
      undefined,
      /^connections\.yaml:2: connections\[0\]\.id /,
    ],
    [
      "a base URL without a scheme",
      GOOD.replace("http://127", "127"),
      undefined,
      /^connections\.yaml:5: connections\[0\]\.baseUrl /,
    ],
    [
      "a link-local address",
      GOOD.replace("127.0.0.1", "169.254.169.254"),
      undefined,
      /^connections\.yaml:5: .*baseUrl /,
    ],
    [
      "a missing time zone",
      GOOD.replace("    timeZone: Asia/Shanghai\n", ""),
      undefined,
      /^connections\.yaml:10: connections\[1\]\.timeZone is required: .*without a zone/,
    ],
    [
      "a wrong time zone",
      GOOD.replace("Asia/Shanghai", "Asia/Atlantis"),
      undefined,
      /^connections\.yaml:13: .*timeZone "Asia\/Atlantis"/,
    ],
    [
      "an unknown field",
      GOOD.replace("projectId", "projektId"),
      undefined,
      /^connections\.yaml:7: connections\[0\]\.projektId is not a field/,
    ],
    [
      "an unknown log-in",
      GOOD.replace("type: token", "type: kerberos"),
      undefined,
      /^connections\.yaml:6: .*auth\.type .*token, password/,
    ],
    [
      "an unknown field of the log-in",
      GOOD.replace("token: ", "tokn: "),
      undefined,
      /^connections\.yaml:6: .*auth\.tokn /,
    ],
    [
      "a number as password",
      GOOD.replace('"${ZONE_PASSWORD}"', "1234"),
      undefined,
      /^connections\.yaml:14: .*auth\.password must be text/,
    ],
    ["a masked secret", GOOD.replace('"${ZONE_PASSWORD}"', '"***"'), undefined, /^connections\.yaml:14: .*placeholder/],
    [
      "an id used twice",
      GOOD.replace("id: zone", "id: lake"),
      undefined,
      /^connections\.yaml:10: connections\[1\]\.id "lake" is used twice/,
    ],
    [
      "a job of no kind",
      GOOD.replace("kind: query", "kind: sql"),
      undefined,
      /^connections\.yaml:9: connections\[0\]\.jobs\[0\]\.kind /,
    ],
    [
      "a wrong poll interval",
      GOOD.replace("pollSeconds: 15", "pollSeconds: often"),
      undefined,
      /^connections\.yaml:8: .*pollSeconds must be a number/,
    ],
    ["no list", "conections: []\n", undefined, /^connections\.yaml:1: must hold a list named connections/],
    [
      "a CA file that is not there",
      GOOD.replace("projectId: p-1", "ca: missing.pem"),
      undefined,
      /^connections\.yaml:7: .*ca cannot be read \(ENOENT\)/,
    ],
  ])("names file, line and field of %s", (_name, text, environment, expected) => {
    expect(firstProblem(text, environment)).toMatch(expected);
  });

  it("never quotes a secret in a problem", () => {
    const text = GOOD.replace('"${ZONE_PASSWORD}"', '"hunter2\\nhunter3"');
    expect(firstProblem(text)).toMatch(/password must be one line/);
    expect(firstProblem(text)).not.toContain("hunter");
  });

  it("reads the CA beside the file and refuses one that is no certificate", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "jobwatch-ca-"));
    writeFileSync(path.join(folder, "ca.pem"), "not a certificate");
    const text = GOOD.replace("projectId: p-1", "ca: ca.pem");
    const reading = readConnections(text, path.join(folder, "c.yaml"), ENVIRONMENT, testDescriptors);
    expect(reading.ok ? "" : reading.problems[0].message).toMatch(/no certificate/);
    rmSync(folder, { recursive: true });
  });
});
