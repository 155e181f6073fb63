import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from "next/constants.js";

// Pages and API routes set more, per answer; these reach what no code of ours answers: static files, redirects, errors.
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];
const apiHeaders = [
  { key: "Cache-Control", value: "no-store" },
  {
    key: "Content-Security-Policy",
    value: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  },
];

/**
 * Names a build, so that an old tab notices that its build is gone and loads anew. Made once by the build, kept as its
 * BUILD_ID, read by every server that runs it.
 * @param {string} phase
 */
function deploymentId(phase) {
  if (phase === PHASE_PRODUCTION_BUILD) return process.env.NEXT_DEPLOYMENT_ID || randomBytes(9).toString("hex");
  if (phase !== PHASE_PRODUCTION_SERVER) return undefined;
  try {
    return readFileSync(new URL(".next/BUILD_ID", import.meta.url), "utf8").trim();
  } catch {
    return undefined;
  }
}

/** @returns {import("next").NextConfig} */
export default function config(/** @type {string} */ phase) {
  const id = deploymentId(phase);
  return {
    poweredByHeader: false,
    reactStrictMode: true,
    productionBrowserSourceMaps: false,
    images: { unoptimized: true },
    // What ships; tests and scripts are checked by `npm run typecheck`.
    typescript: { tsconfigPath: "tsconfig.build.json" },
    // The framework's own redirect would go out without any of the headers below.
    skipTrailingSlashRedirect: true,
    deploymentId: id,
    ...(phase === PHASE_PRODUCTION_BUILD ? { generateBuildId: async () => id ?? null } : {}),
    serverExternalPackages: ["@electric-sql/pglite", "@node-rs/argon2", "pg", "pino", "next-auth", "prom-client"],
    headers: async () => [
      { source: "/:path*", headers },
      { source: "/api/:path*", headers: apiHeaders },
    ],
  };
}
