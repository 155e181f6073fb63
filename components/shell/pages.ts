import { ChartColumn, ChartNoAxesGantt, ListChecks, type LucideIcon, Plug, ScrollText, Settings } from "lucide-react";
import { routes } from "@/lib/url/routes";
import type { Role } from "@/lib/contract/primitives";

export interface ShellPage {
  label: string;
  href: string;
  Icon: LucideIcon;
  keys: string;
  /** Only shown to this role. */
  role?: Role;
}

export const SHELL_PAGES: readonly ShellPage[] = [
  { label: "Jobs", href: routes.jobs(), Icon: ListChecks, keys: "g j" },
  { label: "Timeline", href: routes.timeline(), Icon: ChartNoAxesGantt, keys: "g t" },
  { label: "Analytics", href: routes.analytics(), Icon: ChartColumn, keys: "g y" },
  { label: "Connections", href: routes.connections(), Icon: Plug, keys: "g c" },
  { label: "Audit", href: routes.audit(), Icon: ScrollText, keys: "g a", role: "admin" },
  { label: "Settings", href: routes.settings(), Icon: Settings, keys: "g s" },
];
