import * as z from "zod/mini";
import * as access from "@/lib/contract/access";
import * as action from "@/lib/contract/action";
import * as audit from "@/lib/contract/audit";
import * as connection from "@/lib/contract/connection";
import * as job from "@/lib/contract/job";
import * as list from "@/lib/contract/list-query";
import * as overview from "@/lib/contract/overview";
import { ConnectionId, JobParams, type Role } from "@/lib/contract/primitives";

/** One operation of our HTTP API, as data: the route is made from it, and the OpenAPI document too. */
export interface Endpoint {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** As in OpenAPI: `{name}` for parameters. */
  path: string;
  summary: string;
  /** The least role that may ask; `none` needs no session. */
  role: Role | "none";
  params?: z.ZodMiniType;
  query?: z.ZodMiniType;
  body?: z.ZodMiniType;
  /** The good answer's status; 200 unless told. */
  status?: 200 | 201 | 202 | 204;
  /** Absent: no JSON body (204, a stream). */
  response?: z.ZodMiniType;
}

const JOB = "/api/v1/jobs/{connection}/{kind}/{id}";
const IdParams = z.object({ id: z.string() });
const items = <T extends z.ZodMiniType>(item: T) => z.object({ items: z.array(item) });
const define = <T extends Record<string, Endpoint>>(endpoints: T) => endpoints;

export const api = define({
  listJobs: {
    method: "GET",
    path: "/api/v1/jobs",
    summary: "The jobs of all connections, newest first unless sorted otherwise.",
    role: "viewer",
    query: list.JobListQuery,
    response: job.JobList,
  },
  exportJobs: {
    method: "GET",
    path: "/api/v1/jobs/export",
    summary: "The filtered list as CSV or JSON, streamed.",
    role: "viewer",
    query: list.ExportQuery,
  },
  jobFacets: {
    method: "GET",
    path: "/api/v1/jobs/facets",
    summary: "Owners, queues and types that occur, for the list's menus.",
    role: "viewer",
    query: z.strictObject({}),
    response: overview.Facets,
  },
  getJob: {
    method: "GET",
    path: JOB,
    summary: "One job with its timeline, details, history and events.",
    role: "viewer",
    params: JobParams,
    query: list.DetailQuery,
    response: job.JobDetail,
  },
  requestAction: {
    method: "POST",
    path: `${JOB}/actions/{action}`,
    summary: "Asks the vendor for an action; 202 once it accepts, or where the same one is open already.",
    role: "operator",
    params: action.ActionParams,
    body: action.ActionBody,
    status: 202,
    response: action.ActionAnswer,
  },
  requestActions: {
    method: "POST",
    path: "/api/v1/actions",
    summary: "The same for many jobs, with an answer per job.",
    role: "operator",
    body: action.BulkBody,
    status: 202,
    response: action.BulkAnswer,
  },
  getResults: {
    method: "GET",
    path: `${JOB}/results`,
    summary: "A page of a job's result rows, asked of the vendor.",
    role: "viewer",
    params: JobParams,
    query: list.ResultsQuery,
    response: overview.Results,
  },
  getLog: {
    method: "GET",
    path: `${JOB}/log`,
    summary: "The tail of a job's log, asked of the vendor.",
    role: "viewer",
    params: JobParams,
    query: z.strictObject({}),
    response: overview.Log,
  },
  getTimeline: {
    method: "GET",
    path: "/api/v1/timeline",
    summary: "Segments of the jobs that touch a range of time.",
    role: "viewer",
    query: list.TimelineQuery,
    response: overview.Timeline,
  },
  getAnalytics: {
    method: "GET",
    path: "/api/v1/analytics",
    summary: "Aggregates over the jobs that ended in a range of time.",
    role: "viewer",
    query: list.JobFilter,
    response: overview.Analytics,
  },
  listAudit: {
    method: "GET",
    path: "/api/v1/audit",
    summary: "Who did what to which job, newest first.",
    role: "admin",
    query: list.AuditQuery,
    response: audit.AuditList,
  },
  verifyAudit: {
    method: "GET",
    path: "/api/v1/audit/verify",
    summary: "Walks the hash chain of the audit.",
    role: "admin",
    query: z.strictObject({}),
    response: audit.AuditVerdict,
  },
  listConnections: {
    method: "GET",
    path: "/api/v1/connections",
    summary: "Every connection that this user may see, with its health.",
    role: "viewer",
    query: z.strictObject({}),
    response: connection.ConnectionList,
  },
  createConnection: {
    method: "POST",
    path: "/api/v1/connections",
    summary: "Adds a connection; its secrets are sealed.",
    role: "admin",
    body: connection.ConnectionInput,
    status: 201,
    response: connection.Connection,
  },
  changeConnection: {
    method: "PATCH",
    path: "/api/v1/connections/{id}",
    summary: "Changes a stored connection; a new origin needs its secret again.",
    role: "admin",
    params: z.object({ id: ConnectionId }),
    body: connection.ConnectionChange,
    response: connection.Connection,
  },
  deleteConnection: {
    method: "DELETE",
    path: "/api/v1/connections/{id}",
    summary: "Removes a stored connection; its jobs stay on record.",
    role: "admin",
    params: z.object({ id: ConnectionId }),
    status: 204,
  },
  testConnection: {
    method: "POST",
    path: "/api/v1/connections/test",
    summary: "One cheap call with a saved or an unsaved connection.",
    role: "admin",
    body: connection.ConnectionTest,
    response: connection.ConnectionTestAnswer,
  },
  getMe: {
    method: "GET",
    path: "/api/v1/me",
    summary: "Who is asking.",
    role: "viewer",
    query: z.strictObject({}),
    response: access.Me,
  },
  listUsers: {
    method: "GET",
    path: "/api/v1/users",
    summary: "All users.",
    role: "admin",
    query: z.strictObject({}),
    response: items(access.User),
  },
  createUser: {
    method: "POST",
    path: "/api/v1/users",
    summary: "Adds a user.",
    role: "admin",
    body: access.UserInput,
    status: 201,
    response: access.User,
  },
  changeUser: {
    method: "PATCH",
    path: "/api/v1/users/{id}",
    summary: "Changes a user; in effect within five seconds.",
    role: "admin",
    params: IdParams,
    body: access.UserChange,
    response: access.User,
  },
  deleteUser: {
    method: "DELETE",
    path: "/api/v1/users/{id}",
    summary: "Removes a user with sessions, tokens and views.",
    role: "admin",
    params: IdParams,
    status: 204,
  },
  listTokens: {
    method: "GET",
    path: "/api/v1/tokens",
    summary: "One's own API tokens.",
    role: "viewer",
    query: z.strictObject({}),
    response: items(access.Token),
  },
  createToken: {
    method: "POST",
    path: "/api/v1/tokens",
    summary: "Makes an API token, shown this once.",
    role: "viewer",
    body: access.TokenInput,
    status: 201,
    response: access.NewToken,
  },
  deleteToken: {
    method: "DELETE",
    path: "/api/v1/tokens/{id}",
    summary: "Revokes one of one's own API tokens.",
    role: "viewer",
    params: IdParams,
    status: 204,
  },
  listViews: {
    method: "GET",
    path: "/api/v1/views",
    summary: "One's own and the shared views of the list.",
    role: "viewer",
    query: z.strictObject({}),
    response: items(access.View),
  },
  createView: {
    method: "POST",
    path: "/api/v1/views",
    summary: "Names a view of the list.",
    role: "viewer",
    body: access.ViewInput,
    status: 201,
    response: access.View,
  },
  changeView: {
    method: "PATCH",
    path: "/api/v1/views/{id}",
    summary: "Changes one of one's own views.",
    role: "viewer",
    params: IdParams,
    body: access.ViewChange,
    response: access.View,
  },
  deleteView: {
    method: "DELETE",
    path: "/api/v1/views/{id}",
    summary: "Removes one of one's own views.",
    role: "viewer",
    params: IdParams,
    status: 204,
  },
  getSetup: {
    method: "GET",
    path: "/api/v1/setup",
    summary: "Whether the first admin is still to be made.",
    role: "none",
    query: z.strictObject({}),
    response: z.object({ needed: z.boolean() }),
  },
  setup: {
    method: "POST",
    path: "/api/v1/setup",
    summary: "Makes the first admin with the code on the server's console.",
    role: "none",
    body: access.SetupInput,
    status: 201,
    response: access.User,
  },
});
