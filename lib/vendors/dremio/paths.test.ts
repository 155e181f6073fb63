import { describe, expect, it } from "vitest";
import { dremioPath, projectOf } from "@/lib/vendors/dremio/paths";
import type { ConnectionSettings } from "@/lib/vendors/types";

const software: ConnectionSettings = { baseUrl: "https://dremio.example", consoleUrl: null };
const cloud: ConnectionSettings = { baseUrl: "https://api.dremio.cloud", consoleUrl: null, projectId: "4f2a5d0e" };
const id = "6j6c34cf-9drf-b07a-5ab7-abea69a66d00";

describe("dremioPath", () => {
  it.each([
    ["/sql", "/api/v3/sql", "/v0/projects/4f2a5d0e/sql"],
    ["/job/{id}", `/api/v3/job/${id}`, `/v0/projects/4f2a5d0e/job/${id}`],
    ["/job/{id}/results", `/api/v3/job/${id}/results`, `/v0/projects/4f2a5d0e/job/${id}/results`],
    ["/job/{id}/cancel", `/api/v3/job/${id}/cancel`, `/v0/projects/4f2a5d0e/job/${id}/cancel`],
    ["/reflection/{id}", `/api/v3/reflection/${id}`, `/v0/projects/4f2a5d0e/reflection/${id}`],
    ["/catalog/{id}", `/api/v3/catalog/${id}`, `/v0/projects/4f2a5d0e/catalog/${id}`],
  ])("%s", (tail, onSoftware, onCloud) => {
    expect(dremioPath(software, tail, { id }).path).toBe(onSoftware);
    expect(dremioPath(cloud, tail, { id }).path).toBe(onCloud);
  });

  it("is a template without ids for logs", () => {
    expect(dremioPath(software, "/job/{id}/cancel", { id }).template).toBe("/api/v3/job/{id}/cancel");
    expect(dremioPath(cloud, "/job/{id}/cancel", { id }).template).toBe("/v0/projects/{projectId}/job/{id}/cancel");
  });

  it("does not repeat what the address ends with", () => {
    expect(dremioPath({ ...software, baseUrl: "https://x/dremio/api/v3/" }, "/sql").path).toBe("/sql");
    expect(dremioPath({ ...cloud, baseUrl: "https://api.eu.dremio.cloud/v0" }, "/sql").path).toBe(
      "/projects/4f2a5d0e/sql",
    );
  });

  it("encodes, and never leaves a hole", () => {
    expect(dremioPath(software, "/catalog/{id}", { id: '["a","b/c"]' }).path).toBe(
      "/api/v3/catalog/%5B%22a%22%2C%22b%2Fc%22%5D",
    );
    expect(() => dremioPath(software, "/job/{id}")).toThrow(RangeError);
  });

  it("takes an empty project for Software", () => {
    expect(projectOf({ ...cloud, projectId: "" })).toBeNull();
    expect(projectOf({ ...cloud, projectId: 4 })).toBeNull();
  });
});
