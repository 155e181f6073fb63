import { randomBytes } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, extname, join } from "node:path";
import { buildId } from "../../scripts/build/source-stamp";
import { ROOT } from "../../scripts/root";

/** A folder that the server can be started from. */
export interface AnotherBuild {
  folder: string;
  id: string;
  remove(): void;
}

const TEXT = /\.(js|mjs|json|html|rsc|body|meta|css|txt)$/;
/** What a server does not read. */
const UNREAD = new Set(["cache", "diagnostics", "types", "build", "trace", "trace-build"]);

/**
 * The build as the next deployment leaves it when every source has changed: with an id of its own, and each script and
 * style under another name, so that the names of the first build are not found. A second build would take minutes, and
 * give unchanged files their old names.
 * @param without names of scripts of the first build that this one lacks although it asks for them
 */
export function makeAnotherBuild(without: readonly string[] = []): AnotherBuild {
  const oldId = buildId(ROOT);
  if (oldId === null) throw new Error("There is no build yet: run npm run build first.");
  const id = randomBytes(9).toString("hex");
  // Beside the checkout's modules, as the server looks for them upwards.
  mkdirSync(join(ROOT, ".tmp"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".tmp/another-build-"));
  for (const file of ["next.config.mjs", "package.json"]) copyFileSync(join(ROOT, file), join(folder, file));
  cpSync(join(ROOT, "public"), join(folder, "public"), { recursive: true });
  const from = join(ROOT, ".next");
  const to = join(folder, ".next");
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (!UNREAD.has(name)) cpSync(join(from, name), join(to, name), { recursive: true });
  }
  const chunks = join(to, "static/chunks");
  const names = readdirSync(chunks);
  const texts = [join(to, "BUILD_ID"), ...filesIn(to).filter((file) => TEXT.test(file))];
  const found = new RegExp([oldId, ...names].map((name) => name.replaceAll(".", "\\.")).join("|"), "g");
  for (const file of texts) {
    const text = readFileSync(file, "utf8");
    const changed = text.replace(found, (name) => (name === oldId ? id : otherName(name)));
    if (changed !== text) writeFileSync(file, changed);
  }
  for (const name of names) {
    if (without.includes(name)) rmSync(join(chunks, name));
    else renameSync(join(chunks, name), join(chunks, otherName(name)));
  }
  return { folder, id, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function otherName(name: string): string {
  const end = extname(name);
  return [...basename(name, end)].toReversed().join("") + end;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}
