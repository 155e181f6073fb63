import { chromium } from "@playwright/test";
import { findInPath, isProgram } from "./find-programs";
import { installCommand, installPackage, type PackageNames } from "./install-package";
import { answerOf, runPackage } from "./run";
import { ToolMissing } from "./tool-missing";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPLICATIONS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const PACKAGES: PackageNames = { "apt-get": "chromium", dnf: "chromium", apk: "chromium" };

export interface Chromium {
  path: string;
  version: string;
  /** Where it came from, as words for the log. */
  source: string;
}

/**
 * CHROME_PATH, the system's, Playwright's own; else installed by the system's package manager, else by Playwright.
 * @throws ToolMissing
 */
export async function findChromium(): Promise<Chromium> {
  const given = process.env.CHROME_PATH;
  if (given) {
    const found = works(given, "CHROME_PATH");
    if (found) return found;
    throw new ToolMissing(`CHROME_PATH is ${given}, which is no Chromium that starts.`, "unset CHROME_PATH");
  }
  const there = system() ?? works(chromium.executablePath(), "Playwright's own");
  if (there) return there;
  console.log("No Chromium here: installing one.");
  if (await installPackage(PACKAGES)) {
    const installed = system();
    if (installed) return { ...installed, source: "installed by the system's package manager" };
  }
  const withDeps = process.getuid?.() === 0 ? ["--with-deps"] : [];
  await runPackage("@playwright/test/cli.js", ["install", ...withDeps, "chromium"]);
  const own = works(chromium.executablePath(), "installed by Playwright");
  if (own) return own;
  throw new ToolMissing(
    "No Chromium was found, and none could be installed.",
    installCommand(PACKAGES) ?? "npx playwright install --with-deps chromium",
  );
}

function system(): Chromium | null {
  const inPath = findInPath(NAMES);
  const found = inPath ? works(inPath, "the system's") : null;
  if (found) return found;
  return APPLICATIONS.map((path) => works(path, "the system's")).find((chrome) => chrome !== null) ?? null;
}

/** Some systems put a program there that only says how to get the real one, so it has to tell its version. */
function works(path: string, source: string): Chromium | null {
  const version = isProgram(path) ? answerOf(path, ["--version"]) : null;
  const words = version?.split("\n").find((line) => /\d+\.\d+/.test(line));
  return words ? { path, version: words.trim(), source } : null;
}
