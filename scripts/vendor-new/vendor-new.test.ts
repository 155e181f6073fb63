import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../root";
import { withPanel, withVendor } from "./lists";
import { readWish, type NewVendor, type Wish } from "./new-vendor";
import { scaffold } from "./scaffold";

const LISTS = ["lib/vendors/registry.ts", "components/panels/panels.ts"];

function wanted(wish: Wish): NewVendor {
  const read = readWish({ docs: "https://docs.test/api", ...wish }, ["dremio", "_shared"]);
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  return read.vendor;
}

describe("a wish", () => {
  it("names files, exports and types after the vendor's id and kind", () => {
    expect(wanted({ id: "apache-flink", kind: "batch-job" })).toMatchObject({
      label: "Apache Flink",
      name: "apacheFlink",
      type: "ApacheFlink",
      kindType: "BatchJob",
      ending: "cancel",
      auth: "bearer",
    });
    expect(wanted({ id: "livy", ending: "none" }).ending).toBeNull();
  });

  it.each([
    [{}, "the vendor's id"],
    [{ id: "Apache_Flink" }, "the vendor's id"],
    [{ id: "dremio" }, "already"],
    [{ id: "livy", docs: "docs.test" }, "--docs"],
    [{ id: "livy", label: 'a "quote"' }, "--label"],
    [{ id: "livy", kind: "Job" }, "--kind"],
    [{ id: "livy", ending: "delete" }, "--ending"],
    [{ id: "livy", auth: "kerberos" }, "--auth"],
  ])("%j is refused", (wish, word) => {
    expect(() => wanted(wish)).toThrow(word);
  });
});

describe("the lists", () => {
  it("say so where they no longer look as they did", () => {
    expect(() => withVendor("export const vendors = new Map();", wanted({ id: "livy" }))).toThrow("registry.ts");
    expect(() => withPanel("export default {}", wanted({ id: "livy" }))).toThrow("panels.ts");
  });
});

describe("what is written", () => {
  let root: string;
  const written: string[] = [];

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "jobwatch-vendor-"));
    for (const list of LISTS) {
      mkdirSync(dirname(join(root, list)), { recursive: true });
      writeFileSync(join(root, list), readFileSync(join(ROOT, list)));
    }
    mkdirSync(join(root, "sandbox"));
    symlinkSync(join(ROOT, "sandbox/kit"), join(root, "sandbox/kit"));
    symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
    written.push(...(await scaffold(root, wanted({ id: "apache-nifi", kind: "flow" }))));
    written.push(...(await scaffold(root, wanted({ id: "livy", ending: "none", auth: "basic" }))));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("compiles", { timeout: 300_000 }, () => {
    const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
      config: { compilerOptions: Record<string, unknown> };
    };
    const paths = { "@/*": [join(root, "*"), join(ROOT, "*")] };
    const raw = { ...config.compilerOptions, paths, plugins: [], incremental: false };
    const { options } = ts.convertCompilerOptionsFromJson(raw, ROOT);
    // The lists name other vendors' files too, which are not this test's matter.
    const own = written.filter((path) => /\.tsx?$/.test(path) && !LISTS.includes(path)).map((path) => join(root, path));
    expect(own.length).toBeGreaterThan(30);
    const program = ts.createProgram([...own, join(ROOT, "components/ui/css-variables.d.ts")], options);
    const problems = own.flatMap((file) => {
      const source = program.getSourceFile(file);
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
        ({ messageText }) => `${file.slice(root.length)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
      );
    });
    expect(problems).toEqual([]);
  });

  it("stands in both lists", () => {
    const [registry = "", panels = ""] = LISTS.map((list) => readFileSync(join(root, list), "utf8"));
    expect(registry).toContain('import { apacheNifi } from "@/lib/vendors/apache-nifi";');
    expect(registry).toMatch(/"apache-nifi": apacheNifi,\s*livy,?\s*\};/);
    expect(panels).toMatch(/"apache-nifi\/flow": dynamic\(/);
    expect(panels).toMatch(/"livy\/job": dynamic\(/);
  });

  it("is never written over", async () => {
    const before = readFileSync(join(root, LISTS[0] ?? ""), "utf8");
    await expect(scaffold(root, wanted({ id: "livy" }))).rejects.toThrow("is there already");
    expect(readFileSync(join(root, LISTS[0] ?? ""), "utf8")).toBe(before);
  });
});
