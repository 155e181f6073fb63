/** Known to everybody who has read this file: only for a server on the loopback with a database of its own. */
export const DEMO_ACCOUNTS = [
  { email: "viewer@jobwatch.test", password: "viewer-looks-on", role: "viewer" },
  { email: "operator@jobwatch.test", password: "operator-at-work", role: "operator" },
  { email: "admin@jobwatch.test", password: "admin-keeps-order", role: "admin" },
] as const;

export type DemoAccount = (typeof DEMO_ACCOUNTS)[number];
