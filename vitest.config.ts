import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Tests that ask a database: run on the embedded engine, and with TEST_ENGINE=postgres on a real server. */
const DATABASE = ["lib/server/{store,collector,jobs,auth,routes,connections}/**/*.test.ts", "**/*.db.test.ts"];
/** Among these, what only the embedded engine needs: a server does it by itself. */
const EMBEDDED = process.env.TEST_ENGINE === "postgres" ? ["**/*.embedded.test.ts"] : [];
/** The battery that every vendor's connector runs. */
const CONTRACT = ["**/*.contract.test.ts", "lib/vendors/**/connector-contract.test.ts"];
const NEVER = ["**/node_modules/**", "**/.next/**", "**/.data/**", "**/.tmp/**", "e2e/**/*.spec.ts"];

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // It throws wherever the condition "react-server" is not set, and that condition breaks component tests.
      "server-only": join(root, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    // The suite shares its machine with a database and a browser: time is no test's subject.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
    pool: "forks",
    maxWorkers: 2,
    env: { TZ: "UTC", LOG_LEVEL: "fatal", NEXT_TELEMETRY_DISABLED: "1" },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["**/*.test.{ts,tsx}"], exclude: [...NEVER, ...DATABASE, ...CONTRACT] },
      },
      { extends: true, test: { name: "database", include: DATABASE, exclude: [...NEVER, ...EMBEDDED] } },
      { extends: true, test: { name: "contract", include: CONTRACT, exclude: NEVER } },
    ],
  },
});
