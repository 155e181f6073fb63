import { describe, expect, it } from "vitest";
import {
  hasTyped,
  readInput,
  refusalWords,
  toChange,
  type VendorForm,
} from "@/components/connections/connection-form-state";
import { ApiProblem } from "@/lib/query/api-problem";

const field = (name: string, secret = false) => ({ name, label: `The ${name}`, required: false, secret, help: null });
const VENDOR: VendorForm = {
  id: "dremio",
  label: "Dremio",
  docsUrl: "https://docs.dremio.com",
  auth: [{ type: "token", label: "Token", fields: [field("token", true)] }],
  settings: [field("projectId"), field("consoleUrl")],
};

function typed(more: Record<string, string> = {}): FormData {
  const form = new FormData();
  const fields = { id: "lake", name: " Lake ", baseUrl: "https://lake.example.com", pollSeconds: "15", ...more };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("what the form of a connection says", () => {
  it("of a new one: what was typed, and nothing of empty fields", () => {
    expect(
      readInput(typed({ "auth.token": " t ", "settings.projectId": "", budgetPerMinute: "" }), VENDOR, "token"),
    ).toEqual({
      id: "lake",
      name: "Lake",
      vendor: "dremio",
      baseUrl: "https://lake.example.com",
      auth: { type: "token", token: " t " },
      settings: {},
      pollSeconds: 15,
      budgetPerMinute: undefined,
    });
  });

  it("of a change: no secret where none was typed, and emptied settings are taken away", () => {
    const form = typed({ "auth.token": "", "settings.projectId": "p-1", "settings.consoleUrl": "" });
    const change = toChange(readInput(form, VENDOR, "token"), VENDOR);
    expect(change).toEqual({
      name: "Lake",
      baseUrl: "https://lake.example.com",
      settings: { projectId: "p-1", consoleUrl: null },
      pollSeconds: 15,
      budgetPerMinute: undefined,
    });
  });

  it("is something to lose once a field is not as it began, whatever the menus and buttons say", () => {
    const untouched = { value: "lake", defaultValue: "lake" };
    expect(hasTyped([untouched, { value: "dremio" }, { type: "submit", value: "" }])).toBe(false);
    expect(hasTyped([untouched, { value: "secret", defaultValue: "" }])).toBe(true);
    expect(hasTyped([{ value: "", defaultValue: "lake" }])).toBe(true);
  });

  it("names the fields of a refusal as the form does, and leaves what is wrong to them", () => {
    const fields = ["baseUrl", "auth.token", "projectId", "colour"].map((field) => ({ field, message: "is wrong" }));
    const problem = new ApiProblem({ code: "invalid_connection", status: 422, detail: "baseUrl is wrong", fields });
    expect(refusalWords(problem, VENDOR, "token")).toBe(
      "The connection cannot be used as it is. colour: is wrong. See Address, The token, The projectId.",
    );
    const own = new ApiProblem({ ...problem, fields: fields.slice(0, 1) });
    expect(refusalWords(own, VENDOR, "token")).toBe("The connection cannot be used as it is. See Address.");
  });

  it("says all of a refusal that no field of the form shows", () => {
    const lost = new ApiProblem({ code: "invalid_connection", status: 422, detail: "No vendor x is known here." });
    expect(refusalWords(lost, VENDOR, "token")).toBe(
      "The connection cannot be used as it is. No vendor x is known here.",
    );
  });
});
