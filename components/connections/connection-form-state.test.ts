import { describe, expect, it } from "vitest";
import { inLabels, readInput, toChange, type VendorForm } from "@/components/connections/connection-form-state";
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

  it("calls the fields of a refusal as the form does", () => {
    const fields = ["baseUrl", "auth.token", "projectId", "colour"].map((field) => ({ field, message: "is wrong" }));
    const problem = inLabels(new ApiProblem({ code: "invalid_connection", status: 422, fields }), VENDOR);
    expect(problem.fields.map(({ field }) => field)).toEqual(["Address", "The token", "The projectId", "colour"]);
    expect([problem.code, problem.status]).toEqual(["invalid_connection", 422]);
  });
});
