import { expect, test } from "vitest";
import { GROUPS, findPart, slugOf } from "@/components/preview/catalogue";

test("every part has an address of its own, and is found by it", () => {
  for (const { id, parts } of GROUPS) {
    const slugs = parts.map(slugOf);
    expect(new Set(slugs).size, id).toBe(parts.length);
    for (const part of parts) expect(findPart(id, slugOf(part))).toMatchObject({ group: { id }, name: part });
  }
  expect(new Set(GROUPS.map(({ id }) => id)).size).toBe(GROUPS.length);
});

test("an address that is none finds nothing", () => {
  expect(findPart("words", "nothing-of-the-kind")).toBeNull();
  expect(findPart("nothing", "states")).toBeNull();
});
