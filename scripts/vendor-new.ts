import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./root";
import { readWish } from "./vendor-new/new-vendor";
import { scaffold } from "./vendor-new/scaffold";

const USAGE = `npm run vendor:new -- <id> --docs <https address> [--label "Apache Flink"] [--kind job]
    [--ending cancel|stop|stop-with-savepoint|none] [--auth bearer|basic]`;

try {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { label: text, docs: text, kind: text, ending: text, auth: text },
  });
  const wish = readWish({ ...values, id: positionals[0] }, readdirSync(join(ROOT, "lib/vendors")));
  if ("problems" in wish) throw new Error([...wish.problems, USAGE].join("\n"));
  const paths = await scaffold(ROOT, wish.vendor);
  for (const path of paths.toSorted()) console.log(path);
  console.log(`
It compiles and asks nothing yet. What is missing, in words:
  npx vitest run lib/vendors/${wish.vendor.id} sandbox/${wish.vendor.id}
docs/ADD_A_VENDOR.md goes on from here.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
