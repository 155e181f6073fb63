import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The first of these names in PATH, with links followed; null where none is there. */
export function findInPath(names: readonly string[], path = process.env.PATH ?? ""): string | null {
  for (const name of names) {
    for (const folder of path.split(delimiter)) {
      const file = join(folder, name);
      if (folder !== "" && isProgram(file)) return realpathSync(file);
    }
  }
  return null;
}
