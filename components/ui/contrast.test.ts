import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { JOB_STATES } from "@/lib/jobs/state";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
type Rgb = [number, number, number];

function tokens(theme: 0 | 1): Map<string, Rgb> {
  const found = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
  return new Map(found.map((match) => [match[1] ?? "", hex(match[2 + theme] ?? "")]));
}
const hex = (text: string): Rgb => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16)) as Rgb;
const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  a.map((value, index) => value * share + (b[index] ?? 0) * (1 - share)) as Rgb;

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [a, b]
    .map((rgb) => {
      const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((one, other) => one - other) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ["light", 0, 0.09],
  ["dark", 1, 0.16],
] as const)("%s theme", (_name, theme, tint) => {
  const all = tokens(theme);
  const get = (name: string): Rgb => {
    const found = all.get(name);
    if (!found) throw new Error(`no token ${name}`);
    return found;
  };
  const grounds = ["bg", "surface", "sunken", "accent-soft"];

  it.each(["text", "muted", "faint", "accent", ...JOB_STATES])("%s can be read on every ground", (name) => {
    for (const ground of grounds) {
      expect(contrast(get(name), get(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });
  it.each(JOB_STATES)("%s can be read on its own tint", (state) => {
    expect(contrast(get(state), mix(get(state), get("surface"), tint))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(JOB_STATES)("old data can be read on the tint of %s", (state) => {
    expect(contrast(get("faint"), mix(get(state), get("surface"), tint))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(JOB_STATES)("a segment's words can be read on %s", (state) => {
    expect(contrast(get("surface"), get(state))).toBeGreaterThanOrEqual(4.5);
  });
  it("has marks of 3:1 and words on the accent of 4.5:1", () => {
    for (const ground of grounds) expect(contrast(get("mark"), get(ground))).toBeGreaterThanOrEqual(3);
    expect(contrast(get("on-accent"), get("accent"))).toBeGreaterThanOrEqual(4.5);
  });
});
