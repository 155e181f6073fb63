import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./lib/server/db/schema/{access,actions,collector,connections,jobs}.ts",
  out: "./lib/server/db/migrations",
});
