import { jobPath } from "@/lib/jobs/job-path";
import type { JobRef } from "@/lib/jobs/ref";

const segment = encodeURIComponent;

/** What a job page's query string may hold. */
export interface JobPageSearch {
  /** An earlier run of a definition: its start in epoch ms. */
  run?: string | null;
  tab?: string | null;
}

function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value) search.set(key, value);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** Every page of ours. Nobody writes a path by hand. */
export const routes = {
  /** `search` as `jobsQueryString` makes it, with or without `?`. */
  jobs: (search = "") => `/jobs${search && !search.startsWith("?") ? `?${search}` : search}`,
  job: (ref: JobRef, { run, tab }: JobPageSearch = {}) => withQuery(jobPath(ref), { run, tab }),
  timeline: () => "/timeline",
  analytics: () => "/analytics",
  connections: () => "/connections",
  connection: (id: string) => `/connections/${segment(id)}`,
  newConnection: () => "/connections?add=1",
  audit: (query: { job?: string } = {}) => withQuery("/audit", query),
  settings: () => "/settings",
  login: (callbackUrl?: string | null) => withQuery("/login", { callbackUrl }),
  /** The state's mark for the browser's tab. */
  favicon: (state: string) => `/states/${segment(state)}.svg`,
  vendorMark: (vendor: string) => `/vendors/${segment(vendor)}.svg`,
} as const;

const job = ({ connection, kind, id }: JobRef) => `/api/v1/jobs/${segment(connection)}/${segment(kind)}/${segment(id)}`;

/** The paths of our HTTP API, as the contract names them. */
export const apiRoutes = {
  jobs: "/api/v1/jobs",
  jobFacets: "/api/v1/jobs/facets",
  exportJobs: "/api/v1/jobs/export",
  job,
  action: (ref: JobRef, action: string) => `${job(ref)}/actions/${segment(action)}`,
  results: (ref: JobRef) => `${job(ref)}/results`,
  log: (ref: JobRef) => `${job(ref)}/log`,
  actions: "/api/v1/actions",
  timeline: "/api/v1/timeline",
  analytics: "/api/v1/analytics",
  audit: "/api/v1/audit",
  verifyAudit: "/api/v1/audit/verify",
  connections: "/api/v1/connections",
  connection: (id: string) => `/api/v1/connections/${segment(id)}`,
  testConnection: "/api/v1/connections/test",
  me: "/api/v1/me",
  users: "/api/v1/users",
  user: (id: string) => `/api/v1/users/${segment(id)}`,
  tokens: "/api/v1/tokens",
  token: (id: string) => `/api/v1/tokens/${segment(id)}`,
  views: "/api/v1/views",
  view: (id: string) => `/api/v1/views/${segment(id)}`,
  setup: "/api/v1/setup",
} as const;
