import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { vendors } from "../../lib/vendors/registry";
import { ROOT } from "../root";
import { formatted } from "./formatted";
import { vendorPage } from "./vendor-tables";

const FILE = join(ROOT, "docs/VENDORS.md");

describe("docs/VENDORS.md", () => {
  it("is what the descriptors say; npm run docs:vendors writes it anew", async () => {
    expect(readFileSync(FILE, "utf8")).toBe(await formatted(vendorPage(vendors), FILE));
  });

  it("tells kinds, log-ins and settings of every vendor", () => {
    const page = vendorPage(vendors);
    for (const { descriptor } of Object.values(vendors)) {
      for (const { kind, actions } of descriptor.kinds) {
        const row = page.split("\n").find((line) => line.startsWith(`| \`${descriptor.id}\` | \`${kind}\` |`));
        for (const action of actions) expect(row).toContain(`\`${action}\``);
      }
      for (const { type, fields } of descriptor.auth) {
        for (const { name } of fields) expect(page).toContain(`| \`${type}\` | \`${name}\` |`);
      }
      for (const { name } of descriptor.settings) expect(page).toContain(`| \`${name}\` |`);
    }
  });

  it("keeps a bar in an id's pattern from ending its cell", () => {
    const [first] = Object.values(vendors);
    if (!first) throw new Error("no vendor");
    const [kind] = first.descriptor.kinds;
    if (!kind) throw new Error("no kind");
    const odd = { ...first, descriptor: { ...first.descriptor, kinds: [{ ...kind, idPattern: /^(a|b)$/ }] } };
    expect(vendorPage({ odd })).toContain("`/^(a\\|b)$/`");
  });
});
