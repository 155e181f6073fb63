import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatted } from "../docs/formatted";
import { connectorFiles } from "./connector-files";
import { withPanel, withVendor } from "./lists";
import type { NewVendor } from "./new-vendor";
import { mark, outsideFiles } from "./outside-files";
import { testFiles } from "./test-files";

const REGISTRY = "lib/vendors/registry.ts";
const PANELS = "components/panels/panels.ts";

/**
 * Writes a vendor's folder, details, panel and sandbox below a checkout's root, and its lines in the two lists.
 * @returns the paths that are new or changed
 * @throws Error before anything is written, where one of the files is there already
 */
export async function scaffold(root: string, vendor: NewVendor): Promise<string[]> {
  const own = Object.entries({ ...connectorFiles(vendor), ...testFiles(vendor) });
  const files = new Map<string, string>([
    ...own.map(([name, text]) => [`lib/vendors/${vendor.id}/${name}`, text] as const),
    ...Object.entries(outsideFiles(vendor)),
  ]);
  for (const path of files.keys()) if (existsSync(join(root, path))) throw new Error(`${path} is there already`);
  files.set(REGISTRY, withVendor(readFileSync(join(root, REGISTRY), "utf8"), vendor));
  files.set(PANELS, withPanel(readFileSync(join(root, PANELS), "utf8"), vendor));

  const svg = `public/vendors/${vendor.id}.svg`;
  if (!existsSync(join(root, svg))) put(root, svg, mark(vendor));
  for (const [path, text] of files) put(root, path, await formatted(text.trimStart(), join(root, path)));
  return [...files.keys(), svg];
}

function put(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
