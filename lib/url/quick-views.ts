/** Views that everybody has. */
export const QUICK_VIEWS: readonly { name: string; query: string }[] = [
  {
    name: "Active now",
    query: "state=queued&state=starting&state=running&state=stopping&state=suspended",
  },
  { name: "Failed in the last 24 h", query: "state=failed&endedFrom=-24h&sort=-endedAt" },
  { name: "Running longest", query: "state=running&sort=startedAt" },
  { name: "Cancelled in the last 24 h", query: "state=cancelled&endedFrom=-24h&sort=-endedAt" },
];
