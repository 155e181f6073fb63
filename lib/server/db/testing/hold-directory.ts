import { lockDirectory } from "@/lib/server/db/directory-lock";

/** Holds the directory that it is told, says so, and stays until it is ended. */
const directory = process.argv[2];
if (!directory) throw new Error("which directory?");
await lockDirectory(directory);
process.send?.("held");
setInterval(() => {}, 60_000);
