import { complaints, cruiseBorders } from "./borders/cruise-borders";
import { ROOT } from "./root";

const cruise = await cruiseBorders(ROOT);
const lines = complaints(cruise);
for (const line of lines) console.error(line);
console.log(`${cruise.files} files, ${cruise.imports} imports, ${cruise.breaches.length} breaches of the borders`);
if (lines.length > 0) process.exitCode = 1;
