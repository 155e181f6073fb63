import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ConnectionFile } from "@/lib/server/connections/connection-file";
import { testDescriptors } from "@/lib/server/connections/test-descriptors";

const entry = (id: string) =>
  `connections: [{ id: ${id}, vendor: tokened, baseUrl: "http://127.0.0.1:1", auth: { type: token, token: "t" } }]\n`;

describe("ConnectionFile", () => {
  let folder: string;
  let file: string;
  let lines: string[];
  let watched: ConnectionFile | null = null;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "jobwatch-file-"));
    file = path.join(folder, "connections.yaml");
    lines = [];
  });
  afterEach(() => {
    watched?.stop();
    rmSync(folder, { recursive: true });
  });

  function open(): ConnectionFile {
    watched = new ConnectionFile({
      file,
      environment: {},
      descriptors: () => testDescriptors,
      log: (level, line) => lines.push(`${level} ${line}`),
      lookEveryMs: 20,
    });
    watched.start();
    return watched;
  }
  const ids = (of: ConnectionFile) => of.connections().map((one) => one.id);

  it("takes over a changed file, also one that was put in its place, and tells its listeners", async () => {
    writeFileSync(file, entry("one"));
    const connections = open();
    expect(ids(connections)).toEqual(["one"]);
    const told = vi.fn();
    const stop = connections.onChange(told);
    writeFileSync(file, entry("second"));
    await vi.waitFor(() => expect(ids(connections)).toEqual(["second"]));
    writeFileSync(`${file}.new`, entry("third"));
    renameSync(`${file}.new`, file);
    await vi.waitFor(() => expect(ids(connections)).toEqual(["third"]));
    expect(told.mock.calls.length).toBeGreaterThanOrEqual(2);
    stop();
  });

  it("keeps the last good version through a mistake and shows the mistake until it is mended", async () => {
    writeFileSync(file, entry("one"));
    const connections = open();
    writeFileSync(file, "connections:\n  - id: NO\n");
    await vi.waitFor(() => expect(connections.problems()[0]).toMatchObject({ file, line: 2 }));
    expect(ids(connections)).toEqual(["one"]);
    expect(lines.join("\n")).toContain(`error ${file}:2: connections[0].id`);
    rmSync(file);
    await vi.waitFor(() => expect(connections.problems()[0]?.message).toMatch(/ENOENT/));
    expect(ids(connections)).toEqual(["one"]);
    writeFileSync(file, entry("mended"));
    await vi.waitFor(() => expect(ids(connections)).toEqual(["mended"]));
    expect(connections.problems()).toEqual([]);
  });

  it("starts empty, with the problem to show, where there is no file yet", async () => {
    const connections = open();
    expect(connections.problems()[0]?.message).toMatch(/ENOENT/);
    writeFileSync(file, entry("late"));
    await vi.waitFor(() => expect(ids(connections)).toEqual(["late"]));
  });
});
