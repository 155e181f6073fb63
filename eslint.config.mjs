import { defineConfig, globalIgnores } from "eslint/config";
import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

export default defineConfig([
  ...nextVitals,
  ...nextTypescript,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // A leading underscore says that a position has to be filled and is not used.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // Both speak of services that this project does not use: the React Compiler, and Next's image server.
      "react-hooks/incompatible-library": "off",
      "@next/next/no-img-element": "off",
    },
  },
  {
    // Playwright's fixtures hand their value to a function called `use`, which is no hook, and may take nothing.
    files: ["e2e/**"],
    rules: { "react-hooks/rules-of-hooks": "off", "no-empty-pattern": "off" },
  },
  globalIgnores([
    ".next/",
    ".data/",
    ".tmp/",
    "node_modules/",
    "public/",
    "test-results/",
    "playwright-report/",
    "next-env.d.ts",
  ]),
]);
