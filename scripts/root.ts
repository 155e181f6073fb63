import { fileURLToPath } from "node:url";

/** The checkout. Node 20.9 has no `import.meta.dirname` yet. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));
