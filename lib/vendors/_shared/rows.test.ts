import { expect, it } from "vitest";
import { z } from "zod";
import { parseRows } from "@/lib/vendors/_shared/rows";

it("skips what it cannot read, by id and reason, never by value", () => {
  const Row = z.looseObject({ id: z.string(), n: z.number() });
  const good = { id: "a", n: 0, more: [1] };
  const { rows, skipped } = parseRows(Row, [good, { id: "b", n: "secret" }, { n: 1 }, null, 7], "id");
  expect(rows).toEqual([good]);
  expect(skipped.map((row) => row.id)).toEqual(["b", null, null, null]);
  expect(skipped[0]?.reason).toMatch(/^n: /);
  expect(JSON.stringify(skipped)).not.toContain("secret");
});
