import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { config, proxy } from "@/proxy";
import { securityHeaders } from "@/lib/server/routes/security-headers";

describe("the headers of pages", () => {
  const load = () => proxy(new NextRequest("http://127.0.0.1:3000/jobs"));
  const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";
  const nonceOf = (response: Response) => /'nonce-([^']+)'/.exec(policyOf(response))?.[1];

  it("let scripts run by a nonce of this load alone", () => {
    const [one, two] = [load(), load()];
    expect(nonceOf(one)).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect(nonceOf(one)).not.toBe(nonceOf(two));
    const scripts = /script-src ([^;]*)/.exec(policyOf(one))?.[1];
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policyOf(one)).toContain(rule);
    }
  });

  it("keep pages out of every cache and frame", () => {
    const { headers } = load();
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  });

  it("hold browsers to https only where people use it", () => {
    expect(securityHeaders("https://jobs.example.com")).toHaveProperty("strict-transport-security");
    expect(securityHeaders("http://127.0.0.1:3000")).not.toHaveProperty("strict-transport-security");
    expect(securityHeaders(null)).not.toHaveProperty("strict-transport-security");
  });

  it("leave API bodies and static files alone", () => {
    const matches = (path: string) => config.matcher.some((pattern) => new RegExp(`^${pattern}$`).test(path));
    expect(["/", "/jobs", "/jobs/a/b/c", "/login", "/nope"].every(matches)).toBe(true);
    expect(["/api/v1/jobs", "/_next/static/x.js", "/healthz", "/metrics"].some(matches)).toBe(false);
  });
});
