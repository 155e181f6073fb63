import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { connectionsFileMistakes } from "@/lib/server/check-start";

describe("connectionsFileMistakes", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "jobwatch-start-"));
  const file = path.join(folder, "connections.yaml");
  afterAll(() => rmSync(folder, { recursive: true }));
  const entry =
    '  - { id: lake, vendor: dremio, baseUrl: "http://127.0.0.1:9047", auth: { type: token, token: "${T}" } }\n';

  it("says nothing where no file is configured, or a good one", () => {
    expect(connectionsFileMistakes(null, {})).toEqual([]);
    writeFileSync(file, `connections:\n${entry}`);
    expect(connectionsFileMistakes(file, { T: "token" })).toEqual([]);
  });

  it("names every mistake in a line of its own", () => {
    writeFileSync(file, `connections:\n${entry.replace("lake", "LAKE")}${entry.replace("9047", "9047/?x")}`);
    const lines = connectionsFileMistakes(file, { T: "token" });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(`${file}:2: connections[0].id`);
    expect(lines[1]).toContain(`${file}:3: connections[1].baseUrl`);
    expect(connectionsFileMistakes(path.join(folder, "none.yaml"), {})[0]).toMatch(/^CONNECTIONS_FILE: .*ENOENT/);
  });
});
