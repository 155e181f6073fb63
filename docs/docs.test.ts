import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { api } from "@/lib/contract/api";
import { PROBLEM_STATUS } from "@/lib/contract/problem";
import { VARIABLES } from "@/lib/server/env/variables";
import { VENDOR_ERROR_REASONS } from "@/lib/vendors/errors";
import { metrics } from "@/lib/server/metrics";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const documents = ["README.md", ...filesOf("docs").filter((path) => path.endsWith(".md"))];

/** What a document calls a path: it begins with one of our folders, or is a file of the root. */
const TOPS = readdirSync(ROOT).filter((name) => !["node_modules", "docs", ".git", ".next", ".data"].includes(name));
/** The vendor that ADD_A_VENDOR pretends to make. */
const PRETEND = /\/apache-flink(\/|\.ts$)/;

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

/** Fenced blocks are not prose: what they name may be somebody's own server. */
function prose(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, "");
}

function pathsIn(text: string): string[] {
  const spans = [...prose(text).matchAll(/`([^`\s]+)`/g)].map(([, span]) => span ?? "");
  return spans.filter((span) => {
    const [top = ""] = span.split("/");
    return (TOPS.includes(top) || top === "docs") && (span.includes("/") || /\.\w+$/.test(span)) && !PRETEND.test(span);
  });
}

function linksIn(text: string): string[] {
  return [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? "")
    .filter((target) => !/^https?:/.test(target));
}

// A star stands for one name, as in `lib/vendors/*/descriptor.ts`.
function isThere(path: string): boolean {
  const parts = path.replace(/\/$/, "").split("/");
  const star = parts.indexOf("*");
  if (star < 0) return existsSync(join(ROOT, ...parts));
  const folder = join(ROOT, ...parts.slice(0, star));
  return readdirSync(folder).some((name) => existsSync(join(folder, name, ...parts.slice(star + 1))));
}

/** GitHub's anchor of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");

describe.each(documents)("%s", (document) => {
  const text = read(document);

  it("names only paths that are there", () => {
    expect(pathsIn(text).filter((path) => !isThere(path))).toEqual([]);
  });

  it("links only to files and headings that are there", () => {
    const broken = linksIn(text).filter((link) => {
      const [path = "", anchor] = link.split("#");
      const file = path === "" ? document : relative(ROOT, join(ROOT, dirname(document), path));
      if (!existsSync(join(ROOT, file))) return true;
      const headings = [...(file.endsWith(".md") ? read(file) : "").matchAll(/^#+ (.*)$/gm)].map(([, words]) =>
        anchorOf(words ?? ""),
      );
      return anchor !== undefined && !headings.includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it("names only commands and API paths that are there", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const commands = [...text.matchAll(/npm run ([a-z:-]+[a-z])/g)].map(([, name]) => name ?? "");
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    const known = new Set(Object.values(api).map(({ method, path }) => `${method} ${path}`));
    const named = [...text.matchAll(/`(GET|POST|PATCH|DELETE) (\/api\/v1\/[^`?\s]*)/g)].map(
      ([, method = "", path = ""]) => `${method} ${path}`,
    );
    const rest = named.filter((call) => !known.has(call) && call !== "GET /api/v1/openapi.json");
    expect(rest).toEqual([]);
  });
});

describe("this test", () => {
  it("sees paths and links, there or not, and leaves fenced blocks alone", () => {
    const text =
      "`lib/nowhere.ts` `lib/vendors/*/descriptor.ts` `app` [x](docs/gone.md)\n\n```sh\n`lib/fenced.ts`\n```\n";
    expect(pathsIn(text).map((path) => [path, isThere(path)])).toEqual([
      ["lib/nowhere.ts", false],
      ["lib/vendors/*/descriptor.ts", true],
    ]);
    expect(linksIn(text)).toEqual(["docs/gone.md"]);
    expect(pathsIn(read("docs/ARCHITECTURE.md")).length).toBeGreaterThan(20);
  });
});

describe("the documents are complete", () => {
  const rows = (document: string) => read(document).split("\n");
  const hasRow = (document: string, word: string) =>
    rows(document).some((line) => line.startsWith("|") && line.split("|")[1]?.includes(`\`${word}\``));

  it("the README has every variable of the environment", () => {
    expect(VARIABLES.filter((name) => !hasRow("README.md", name))).toEqual([]);
  });

  it("OPERATE has every code of our API with its status, and every reason of a vendor", () => {
    const missing = Object.entries(PROBLEM_STATUS).filter(
      ([code, status]) =>
        !rows("docs/OPERATE.md").some((line) => new RegExp(`^\\| \`${code}\` +\\| ${status} +\\|`).test(line)),
    );
    expect(missing).toEqual([]);
    expect(VENDOR_ERROR_REASONS.filter((reason) => !hasRow("docs/OPERATE.md", reason))).toEqual([]);
  });

  it("OPERATE has every metric of ours", () => {
    const { registry } = metrics();
    const ours = registry.getMetricsAsArray().map(({ name }) => name);
    const listed = ours.filter((name) => !/^jobwatch_(process|nodejs)_/.test(name));
    expect(listed.length).toBeGreaterThan(3);
    expect(listed.filter((name) => !read("docs/OPERATE.md").includes(`\`${name}`))).toEqual([]);
  });

  it("the index of decisions has each of them", () => {
    const decisions = readdirSync(join(ROOT, "docs/adr")).filter((name) => /^\d{4}-/.test(name));
    expect(linksIn(read("docs/adr/README.md")).filter((link) => /^\d{4}-/.test(link))).toEqual(decisions.sort());
    for (const name of decisions) {
      const number = name.slice(0, 4);
      const text = read(`docs/adr/${name}`);
      expect(text, name).toMatch(new RegExp(`^# ${number} `));
      for (const part of ["Context.", "Options", "Choice.", "Consequences.", "How we would notice it failing."]) {
        expect(text, `${name}: ${part}`).toContain(`**${part}`);
      }
    }
  });
});
