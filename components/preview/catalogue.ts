import type { ReactNode } from "react";
import { PANEL_SAMPLES } from "@/components/panels/panel-samples";

/** One heading of the gallery's index. */
export interface Group {
  id: string;
  title: string;
  /** What each page below it shows, as its heading says. */
  parts: readonly string[];
  /** Its parts are whole pages: they have the window to themselves. */
  whole: boolean;
}

const group = <const Parts extends readonly string[]>(title: string, parts: Parts, whole = false) => ({
  title,
  parts,
  whole,
});

/** Every part in every state it can be in, by group. A name here that nobody draws does not compile, and the reverse. */
export const CATALOGUE = {
  words: group("States and words", [
    "States",
    "Attention",
    "Outcomes",
    "Health",
    "Vendors",
    "Progress",
    "Times and durations",
  ]),
  basics: group("Basics", [
    "Buttons",
    "Notices",
    "Fields",
    "Facts and field tree",
    "Panels and disclosures",
    "An open menu",
    "Nothing here, and waiting",
    "Toasts",
  ]),
  "list-bar": group("List: chips, search and menus", [
    "Chips with counts of one to four digits",
    "Chips without counts",
    "Chips that are chosen",
    "Search: empty",
    "Search: words of every kind",
    "Search: keys completed",
    "Search: values completed",
    "Search: a wrong word",
    "Search: a time that is none",
    "Search: a word that is no filter",
    "Menus: nothing chosen",
    "Menus: chosen",
    "Menu open: connections",
    "Menu open: many owners",
    "Menu open: nothing known",
    "Menu open: time",
    "Time: two instants",
    "Menu open: views",
    "Menu open: export",
    "Selected jobs",
    "Selected jobs, offline",
  ]),
  "list-rows": group("List: rows", [
    "Rows: comfortable",
    "Rows: compact",
    "Rows: cards",
    "Every column",
    "Selected, stale and departed rows",
    "Connections that do not answer",
    "Connections that tell less than there is",
  ]),
  "list-page": group(
    "List: the page",
    [
      "Jobs",
      "New jobs wait",
      "Loading",
      "The next page cannot be had",
      "No job matches",
      "No jobs yet",
      "No connection yet",
      "No answer at all",
    ],
    true,
  ),
  "job-parts": group("Job", [
    "Header: running",
    "Header: with progress",
    "Header: not known any more",
    "Header: an action is open",
    "Header: ended",
    "Header: a word unknown to us",
    "Header: seen by a viewer",
    "Header: poison text",
    "What to know before reading on",
    "Course of an action",
    "Course of an action: no answer, or no effect",
    "Course of an action: a sequence with its plan",
    "Events",
    "History",
    "Raw bodies",
    "Results",
    "Results: none",
    "Results: on their way",
    "Results: a later page refused",
    "Results: refused",
    "Log",
    "Log: empty",
    "Log: on its way",
    "Log: refused",
  ]),
  "job-timeline": group("Timeline of a job", [
    "Ended",
    "Lasting",
    "Not known any more",
    "Seen, not told",
    "Not on record at first",
    "Three attempts",
    "Many short stretches",
    "Nothing known",
    "Expected end: from earlier runs",
    "Expected end: passed",
    "Expected end: too few runs",
    "Expected end: first run",
  ]),
  "job-page": group(
    "Job: the page",
    ["A job", "A details type without a panel", "Loading", "No such job", "The vendor cannot be asked"],
    true,
  ),
  connections: group(
    "Connections: the page",
    ["In every health", "A mistake in the file", "Loading", "None yet", "None yet, for a viewer", "No answer"],
    true,
  ),
  connection: group(
    "Connections: one of them",
    [
      "Working",
      "Slow, with skipped rows",
      "Failing",
      "Paused, kept here",
      "Not asked yet",
      "Tested: it answers",
      "Tested: it does not",
      "Being tested",
      "Not there",
    ],
    true,
  ),
  timeline: group("Timeline", [
    "Lanes",
    "Lanes opened to jobs",
    "More jobs than one answer lists",
    "An empty range",
    "As a table",
    "Under the pointer",
    "Range and legend",
  ]),
  "timeline-page": group("Timeline: the page", ["Timeline", "Loading", "No answer"], true),
  charts: group("Charts", ["With data", "With little data", "Nothing ended", "Nothing on record"]),
  "charts-page": group("Charts: the page", ["Analytics", "Loading", "No answer"], true),
  "action-dialogs": group("Dialogs: one action", [
    "Cancel",
    "Stop: two ways",
    "Stop: a Datameer run",
    "Run: with a savepoint",
    "Run: without a savepoint",
    "Run a sequence",
    "Run a sequence: a wrong variable",
    "Delete data",
    "Asked, no answer yet",
    "Refused by the vendor",
    "Not possible any more",
    "Whether it was done is not known",
    "Already asked, no answer yet",
    "Accepted, with a plan",
    "Offline",
  ]),
  "bulk-dialog": group("Dialogs: many actions", [
    "Preview",
    "Preview: the number is typed",
    "Running",
    "Done, each with its result",
    "The server stops answering",
    "Offline",
    "Aborted",
  ]),
  "list-dialogs": group("Dialogs: list and views", [
    "Columns",
    "Save a view",
    "Save a view: refused",
    "Manage views",
    "Manage views: renaming",
    "Manage views: none",
    "A range",
    "A range: the wrong way round",
  ]),
  "connection-dialogs": group("Dialogs: connections", [
    "Add: Dremio",
    "Add: DLI with an access key",
    "Add: DLI with an IAM user",
    "Add: Datameer",
    "Add: fields that are wrong",
    "Add: tested, it answers",
    "Add: tested, it does not",
    "Add: left with something typed",
    "Edit",
    "Remove",
  ]),
  "user-dialogs": group("Dialogs: users", ["Add", "Edit, limited to connections", "Add: refused", "Remove"]),
  audit: group(
    "Audit",
    [
      "Entries",
      "An entry opened",
      "The chain is whole",
      "The chain is broken",
      "Loading",
      "No entry matches",
      "Nothing done yet",
      "No answer",
      "Seen by an operator",
    ],
    true,
  ),
  settings: group(
    "Settings",
    ["Of an admin", "Of a viewer", "No tokens", "A new token", "Users could not be had"],
    true,
  ),
  shell: group("Shell", [
    "Rail",
    "Rail, narrow",
    "Top bar",
    "Top bar: all connections answer",
    "Top bar: offline",
    "Connection dots",
    "Live",
    "Live: paused",
    "Live: no answer",
    "Offline",
    "Offline: what is shown is old",
    "Session ended",
    "Keyboard",
    "Palette",
    "Palette: jobs found",
    "Palette: nothing found",
    "Theme menu",
    "Account menu",
  ]),
  "whole-shell": group("Shell: the whole", ["Around a page"], true),
  login: group("Log-in", ["Log in", "Refused", "The first admin", "Demo accounts"]),
} as const;

export type GroupId = keyof typeof CATALOGUE;
/** How each part of a group is drawn. */
export type PartsOf<Id extends GroupId> = Record<(typeof CATALOGUE)[Id]["parts"][number], () => ReactNode>;

/** All groups in the order of the index: the panels stand after the job that they are part of. */
export const GROUPS: readonly Group[] = Object.entries(CATALOGUE).flatMap(([id, own]) => [
  { id, ...own },
  ...(id === "job-page"
    ? PANEL_SAMPLES.map(({ id, title, jobs }) => ({ id, title, parts: Object.keys(jobs), whole: false }))
    : []),
]);

/** A name as a piece of an address. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The part at an address; null where there is none. */
export function findPart(groupId: string, slug: string): { group: Group; name: string } | null {
  const group = GROUPS.find(({ id }) => id === groupId);
  const name = group?.parts.find((part) => slugOf(part) === slug);
  return group && name !== undefined ? { group, name } : null;
}
