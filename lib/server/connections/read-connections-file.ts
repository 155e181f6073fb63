import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { isScalar, LineCounter, parseDocument, visit, type Document, type Node, type Pair } from "yaml";
import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import type { EntryProblem } from "@/lib/server/connections/entry-schema";
import { readEntry, type Descriptors } from "@/lib/server/connections/read-entry";

/** What is wrong with the connections file, and where. */
export interface ConnectionFileProblem {
  file: string;
  /** From 1; null where the file cannot be read at all. */
  line: number | null;
  /** As a path in the file: `connections[1].auth.token`. */
  field: string | null;
  message: string;
}

export type FileReading =
  | { ok: true; connections: ConfiguredConnection[] }
  | { ok: false; problems: [ConnectionFileProblem, ...ConnectionFileProblem[]] };

type Path = (string | number)[];
type Environment = Readonly<Record<string, string | undefined>>;

/** One line for a log or a console. */
export function describeFileProblem(problem: ConnectionFileProblem): string {
  const where = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  return `${where}: ${problem.field === null ? "" : `${problem.field} `}${problem.message}`;
}

/**
 * Reads the text of a connections file. Addresses in it are vouched for by whoever runs the server.
 * @param file where it came from: named in problems, and where relative `ca` paths start.
 */
export function readConnections(
  text: string,
  file: string,
  environment: Environment,
  descriptors: Descriptors,
): FileReading {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const failed = (found: { path: Path | null; offset?: number; message: string }[]): FileReading => {
    const problems = found.map(({ path: at, offset, message }) => ({
      file,
      line: lines.linePos(offset ?? (at === null ? 0 : offsetOf(doc, at))).line,
      field: at === null || at.length === 0 ? null : fieldName(at),
      message,
    }));
    return { ok: false, problems: problems as [ConnectionFileProblem, ...ConnectionFileProblem[]] };
  };
  const broken = doc.errors[0];
  if (broken !== undefined) {
    return failed([
      { path: null, offset: broken.pos[0], message: `${broken.message} (\${NAME} inside { } needs quotes)` },
    ]);
  }
  const unset = interpolate(doc, environment);
  if (unset.length > 0) return failed(unset);

  // An empty file is an empty list; an unreasonable number of aliases throws.
  const root: unknown = doc.contents === null ? { connections: [] } : doc.toJS({ maxAliasCount: 100 });
  const list = typeof root === "object" && root !== null && "connections" in root ? (root.connections ?? []) : null;
  if (!Array.isArray(list)) return failed([{ path: [], message: "must hold a list named connections" }]);
  const other = Object.keys(root as object).find((key) => key !== "connections");
  if (other !== undefined) return failed([{ path: [other], message: "is not known here: only connections is" }]);

  const problems: { path: Path; message: string }[] = [];
  const connections: ConfiguredConnection[] = [];
  for (const [index, raw] of list.entries() as Iterable<[number, unknown]>) {
    const withCa = loadCa(raw, path.dirname(file));
    const reading = withCa.ok ? readEntry(withCa.entry, descriptors, { trust: "file", networks: [] }) : withCa;
    if (!reading.ok) {
      problems.push(...reading.problems.map((one) => ({ ...one, path: ["connections", index, ...one.path] })));
    } else if (connections.some((known) => known.id === reading.entry.id)) {
      problems.push({ path: ["connections", index, "id"], message: `"${reading.entry.id}" is used twice` });
    } else {
      connections.push({ ...reading.entry, configVersion: versionOf(reading.entry) });
    }
  }
  return problems.length > 0 ? failed(problems) : { ok: true, connections };
}

/** Puts the environment's values in place of `${NAME}` in every text; keys are left alone. */
function interpolate(
  doc: Document,
  environment: Environment,
): { path: Path | null; offset: number; message: string }[] {
  const unset: { path: Path | null; offset: number; message: string }[] = [];
  visit(doc, {
    Scalar(key, node, ancestors) {
      if (key === "key" || typeof node.value !== "string" || !node.value.includes("${")) return;
      node.value = node.value.replace(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (whole, name: string) => {
        const value = environment[name];
        if (value !== undefined && value !== "") return value;
        const message = `names ${whole}, which the environment does not have: set ${name}`;
        unset.push({ path: pathOf(key, ancestors), offset: node.range?.[0] ?? 0, message });
        return whole;
      });
    },
  });
  return unset;
}

/** The path of a visited node, from its ancestors' keys and positions. */
function pathOf(key: number | string | null, ancestors: readonly (Document | Node | Pair)[]): Path {
  const path: Path = typeof key === "number" ? [key] : [];
  for (let at = ancestors.length - 1; at > 0; at--) {
    const [node, parent] = [ancestors[at], ancestors[at - 1]];
    if (node !== undefined && "key" in node && isScalar(node.key)) path.unshift(String(node.key.value));
    else if (parent !== undefined && "items" in parent && node !== undefined && !("key" in node)) {
      const index = (parent.items as unknown[]).indexOf(node);
      if (index >= 0) path.unshift(index);
    }
  }
  return path;
}

function loadCa(raw: unknown, folder: string): { ok: true; entry: unknown } | { ok: false; problems: EntryProblem[] } {
  if (typeof raw !== "object" || raw === null || !("ca" in raw) || typeof raw.ca !== "string")
    return { ok: true, entry: raw };
  try {
    return { ok: true, entry: { ...raw, ca: readFileSync(path.resolve(folder, raw.ca), "utf8") } };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unreadable";
    return { ok: false, problems: [{ path: ["ca"], message: `cannot be read (${reason}): ${raw.ca}` }] };
  }
}

/** Where a field stands; for one that is missing, where its nearest parent begins. */
function offsetOf(doc: Document, at: Path): number {
  for (let length = at.length; length > 0; length--) {
    const node = doc.getIn(at.slice(0, length), true) as Node | undefined;
    if (node?.range != null) return node.range[0];
  }
  return doc.contents?.range?.[0] ?? 0;
}

function fieldName(at: Path): string {
  return at.reduce<string>(
    (name, part) => (typeof part === "number" ? `${name}[${part}]` : name ? `${name}.${part}` : part),
    "",
  );
}

/** The same entry gets the same number in every process and after every start. */
function versionOf(entry: object): number {
  return createHash("sha256").update(JSON.stringify(entry)).digest().readUInt32BE(0) >>> 1;
}
