import { findInPath } from "./find-programs";
import { answerOf, run } from "./run";

/** The package's name for each package manager; absent: that manager does not have it. */
export interface PackageNames {
  "apt-get"?: string;
  dnf?: string;
  apk?: string;
  brew?: string;
}

interface Manager {
  name: keyof PackageNames;
  /** Asked before an installation, once per process. */
  refresh: string[] | null;
  install: string[];
  needsRoot: boolean;
}

const MANAGERS: Manager[] = [
  {
    name: "apt-get",
    refresh: ["update"],
    install: ["install", "-y", "--no-install-recommends"],
    needsRoot: true,
  },
  { name: "dnf", refresh: null, install: ["install", "-y"], needsRoot: true },
  { name: "apk", refresh: null, install: ["add", "--no-cache"], needsRoot: true },
  { name: "brew", refresh: null, install: ["install"], needsRoot: false },
];

const refreshed = new Set<string>();

/** The manager of this system and how to get the package by it; null where there is none that has it. */
function managerFor(names: PackageNames): { manager: Manager; pkg: string } | null {
  for (const manager of MANAGERS) {
    const pkg = names[manager.name];
    if (pkg !== undefined && findInPath([manager.name]) !== null) return { manager, pkg };
  }
  return null;
}

/** The one command with which a person installs it; null where no manager of this system has it. */
export function installCommand(names: PackageNames): string | null {
  const found = managerFor(names);
  if (found === null) return null;
  const { manager, pkg } = found;
  const prefix = manager.needsRoot && process.getuid?.() !== 0 ? "sudo " : "";
  const refresh = manager.refresh ? `${prefix}${manager.name} ${manager.refresh.join(" ")} && ` : "";
  return `${refresh}${prefix}${manager.name} ${manager.install.join(" ")} ${pkg}`;
}

/** Installs it where that needs no question: as root, or with a sudo that does not ask. Resolves to whether it did. */
export async function installPackage(names: PackageNames): Promise<boolean> {
  const found = managerFor(names);
  if (found === null) return false;
  const { manager, pkg } = found;
  const asRoot = !manager.needsRoot || process.getuid?.() === 0;
  if (!asRoot && answerOf("sudo", ["-n", "true"]) === null) return false;
  const words = asRoot ? [manager.name] : ["sudo", "-n", manager.name];
  const call = (more: string[]) =>
    run(words[0] ?? "", [...words.slice(1), ...more], { DEBIAN_FRONTEND: "noninteractive" });
  if (manager.refresh && !refreshed.has(manager.name)) {
    refreshed.add(manager.name);
    await call(manager.refresh);
  }
  console.log(`Installing ${pkg} by ${manager.name} …`);
  return (await call([...manager.install, pkg])) === 0;
}
