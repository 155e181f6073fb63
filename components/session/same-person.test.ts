import { expect, it } from "vitest";
import { isSamePerson } from "@/components/session/same-person";
import type { Me } from "@/lib/contract/access";

const ana: Me = { id: "1", email: "ana@example.com", role: "operator", connections: ["lake"] };

it("is another person's page with another name, role or other connections", () => {
  expect(isSamePerson(ana, { ...ana, connections: ["lake"] })).toBe(true);
  for (const change of [{ id: "2" }, { email: "a@example.com" }, { role: "viewer" }, { connections: null }] as const) {
    expect(isSamePerson(ana, { ...ana, ...change })).toBe(false);
  }
});
