import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { vendors } from "../lib/vendors/registry";
import { formatted } from "./docs/formatted";
import { vendorPage } from "./docs/vendor-tables";
import { ROOT } from "./root";

const file = join(ROOT, "docs/VENDORS.md");
writeFileSync(file, await formatted(vendorPage(vendors), file));
console.log(`docs/VENDORS.md: ${Object.keys(vendors).join(", ")}`);
