import type { NewVendor } from "./new-vendor";

/** `lib/vendors/registry.ts` with one vendor more. @throws Error where the file does not look as it should */
export function withVendor(text: string, { id, name }: NewVendor): string {
  const imported = `import { ${name} } from "@/lib/vendors/${id}";\n`;
  const key = id === name ? id : `"${id}": ${name}`;
  return changed(text, "registry.ts", [
    [/(?=import type )/, imported],
    [/,?\s*(?=\};\s*$)/, `, ${key} `],
  ]);
}

/** `components/panels/panels.ts` with one panel more. @throws Error where the file does not look as it should */
export function withPanel(text: string, { id, kind, kindType }: NewVendor): string {
  const entry = `"${id}/${kind}": dynamic(() =>
    import("@/components/panels/${id}/${kind}-panel").then((part) => part.${kindType}Panel),
  ),\n`;
  return changed(text, "panels.ts", [[/(?=\};\s*$)/, entry]]);
}

function changed(text: string, file: string, changes: [RegExp, string][]): string {
  return changes.reduce((before, [place, added]) => {
    const after = before.replace(place, () => added);
    if (after === before) throw new Error(`${file}: no place was found for the new vendor`);
    return after;
  }, text);
}
