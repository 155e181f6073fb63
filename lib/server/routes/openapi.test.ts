import { describe, expect, it } from "vitest";
import { api } from "@/lib/contract/api";
import { openApiDocument } from "@/lib/server/routes/openapi";

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: Record<string, unknown> }[];
  requestBody?: { content: Record<string, { schema: { required?: string[] } }> };
  responses: Record<string, unknown>;
}

describe("openApiDocument", () => {
  const document = JSON.parse(JSON.stringify(openApiDocument())) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

  it("has every endpoint once, with its good status and the problem", () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(api).sort());
    expect(Object.keys(document.paths["/api/v1/tokens"]?.post?.responses ?? {})).toEqual(["201", "default"]);
  });

  it("names path and query parameters, and what a body needs", () => {
    const list = document.paths["/api/v1/jobs"]?.get;
    expect(list?.parameters.find(({ name }) => name === "state")?.schema.type).toBe("array");
    expect(list?.parameters.find(({ name }) => name === "limit")?.required).toBe(false);
    const action = document.paths["/api/v1/jobs/{connection}/{kind}/{id}/actions/{action}"]?.post;
    expect(action?.parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual([
      "connection",
      "kind",
      "id",
      "action",
    ]);
    const body = document.paths["/api/v1/users"]?.post?.requestBody?.content["application/json"]?.schema;
    expect(body?.required).toEqual(expect.arrayContaining(["email", "role"]));
    expect(body?.required).not.toContain("password");
  });
});
