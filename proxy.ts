import { NextResponse, type NextRequest } from "next/server";
import { pagePolicy } from "@/lib/server/routes/page-policy";
import { securityHeaders } from "@/lib/server/routes/security-headers";

/** Gives each page load its headers and its nonce. It decides nothing about who may see what: every handler does. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const policy = pagePolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // Next finds the nonce in the policy and puts it on its own scripts.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "no-store");
  response.headers.set("vary", "Cookie");
  const publicUrl = process.env.PUBLIC_URL?.trim() ?? "";
  for (const [name, value] of Object.entries(securityHeaders(publicUrl === "" ? null : publicUrl))) {
    response.headers.set(name, value);
  }
  return response;
}

export const config = {
  // Not for the API, whose routes carry headers of their own and whose bodies a proxy would buffer, nor for static files.
  matcher: ["/((?!api/|_next/static|healthz$|readyz$|metrics$|icon.svg$|vendors/).*)"],
};
