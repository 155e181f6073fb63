import { chmodSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Something about the data directory that stops the start. */
export class DataDirError extends Error {
  override readonly name = "DataDirError";
}

/**
 * Makes the data directory with mode 0700, or checks the one that is there. The embedded database writes its files
 * readable by all, so the directory's mode is what protects them.
 * @throws DataDirError for a symbolic link, a file, a foreign owner, or group or world bits.
 */
export function prepareDataDir(dir: string): string {
  const absolute = path.resolve(dir);
  const found = lstatSync(absolute, { throwIfNoEntry: false });
  if (found === undefined) {
    makePrivate(absolute);
    return absolute;
  }
  if (found.isSymbolicLink())
    throw new DataDirError(`DATA_DIR: ${absolute} is a symbolic link: name the directory itself`);
  if (!found.isDirectory()) throw new DataDirError(`DATA_DIR: ${absolute} is not a directory`);
  if (process.getuid !== undefined && found.uid !== process.getuid()) {
    throw new DataDirError(`DATA_DIR: ${absolute} belongs to another user (uid ${found.uid})`);
  }
  // Windows has no such bits.
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0) {
    const mode = (found.mode & 0o777).toString(8).padStart(4, "0");
    throw new DataDirError(`DATA_DIR: ${absolute} has mode ${mode}, others may get at it: chmod 700 ${absolute}`);
  }
  return absolute;
}

function makePrivate(absolute: string): void {
  try {
    mkdirSync(absolute, { recursive: true, mode: 0o700 });
    chmodSync(absolute, 0o700);
  } catch (error) {
    throw new DataDirError(`DATA_DIR: ${absolute} cannot be made: ${(error as Error).message}`);
  }
}

/**
 * Reads a secret from a file of the data directory, or makes it there once, with mode 0600.
 * @throws DataDirError where the file is a symbolic link, open to others, or not usable.
 */
export function keptSecret(
  dataDir: string,
  name: string,
  make: () => string,
  weakness: (kept: string) => string | null,
): string {
  const file = path.join(dataDir, name);
  try {
    // "wx": of two starts at once, one writes and the other reads what it wrote.
    const made = make();
    writeFileSync(file, `${made}\n`, { mode: 0o600, flag: "wx", flush: true });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      throw new DataDirError(`DATA_DIR: ${file} cannot be written: ${(error as Error).message}`);
    }
  }
  const found = lstatSync(file);
  if (!found.isFile()) throw new DataDirError(`DATA_DIR: ${file} is not a plain file`);
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0) {
    throw new DataDirError(`DATA_DIR: ${file} may be read by others: chmod 600 ${file}`);
  }
  const kept = readFileSync(file, "utf8").trim();
  const reason = weakness(kept);
  if (reason !== null) throw new DataDirError(`DATA_DIR: the secret in ${file} ${reason}`);
  return kept;
}
