import type { NewVendor, PlainScheme } from "./new-vendor";

/** Files of `lib/vendors/<id>/` by their names: what is known is there, what is not says so when it is called. */
export function connectorFiles(vendor: NewVendor): Record<string, string> {
  return {
    "descriptor.ts": descriptor(vendor),
    "contract.ts": contract(vendor),
    "states.ts": states(vendor),
    "client.ts": client(vendor),
    "mapper.ts": mapper(vendor),
    "index.ts": door(vendor),
    "not-written.ts": notWritten(vendor),
  };
}

const field = (name: string, label: string, secret: boolean) =>
  `{ name: "${name}", label: "${label}", required: true, secret: ${secret}, help: null }`;

const AUTH: Record<PlainScheme, string> = {
  bearer: `{ type: "token", scheme: "bearer", label: "Token", fields: [${field("token", "Token", true)}] }`,
  basic: `{ type: "basic", scheme: "basic", label: "User name and password", fields: [
    ${field("username", "User name", false)},
    ${field("password", "Password", true)},
  ] }`,
};

const descriptor = ({ id, label, docsUrl, kind, kindType, ending, auth }: NewVendor) => `
import { JOB_ID } from "@/lib/vendors/${id}/contract";
import type { VendorDescriptor } from "@/lib/vendors/types";

/** What the product knows of ${label} without asking it. */
export const descriptor: VendorDescriptor = {
  id: "${id}",
  label: "${label}",
  docsUrl: "${docsUrl}",
  kinds: [
    {
      kind: "${kind}",
      label: "${kindType}",
      detailsType: "${id}/${kind}",
      definition: false,
      actions: [${ending === null ? "" : `"${ending}"`}],
      idPattern: JOB_ID,
      offers: { results: false, log: false, subjobs: false },
    },
  ],
  auth: [${AUTH[auth]}],
  settings: [],
  poll: { defaultSeconds: 5, recentEverySeconds: 60 },
  budgetPerMinute: () => 120,
};
`;

const contract = ({ label, kindType }: NewVendor) => `
import { z } from "zod";

/** Ids that a ${kindType.toLowerCase()} of ${label} can have; anything else is answered as not found without a call. */
export const JOB_ID = /^[0-9A-Za-z-]{1,64}$/;

/** One job as ${label} gives it: strict on its id and its state, which is any text; forgiving on every other field. */
export const ${kindType}Answer = z.looseObject({
  id: z.string().regex(JOB_ID),
  state: z.string().min(1),
});
export type ${kindType}Answer = z.infer<typeof ${kindType}Answer>;
`;

const states = ({ label, ending }: NewVendor) => `
import { stateTable } from "@/lib/vendors/_shared/state-table";
import type { JobAction } from "@/lib/jobs/action";
import type { JobState } from "@/lib/jobs/state";

/** ${label}'s words, the only place where they are read. A word that is not here is shown as it is, as \`unknown\`. */
export const STATES: Readonly<Record<string, JobState>> = {};

export const toJobState = stateTable(STATES);

/** States in which ${label} takes an action. */
const ACTIONS: Readonly<Partial<Record<JobState, JobAction[]>>> = {${
  ending === null ? "" : `queued: ["${ending}"], starting: ["${ending}"], running: ["${ending}"]`
}};

export function actionsIn(state: JobState): JobAction[] {
  return ACTIONS[state] ?? [];
}
`;

const client = ({ id, label, kindType, ending }: NewVendor) => `
import type { ${kindType}Answer } from "@/lib/vendors/${id}/contract";
import { notWritten } from "@/lib/vendors/${id}/not-written";
import type { SkippedRow, VendorContext } from "@/lib/vendors/types";

export interface ${kindType}Read {
  job: ${kindType}Answer;
  /** The call as a template: what \`raw\` names it by. */
  operation: string;
}

export interface ${kindType}Page {
  rows: ${kindType}Answer[];
  skipped: SkippedRow[];
  operation: string;
  cursor: string | null;
}

/** One cheap call that proves address and credential. @throws VendorError */
export async function checkAccess(ctx: VendorContext): Promise<void> {
  return notWritten("checkAccess: one cheap call that proves address and credential", ctx);
}

/** null: ${label} itself, asked by id, says that there is no such job; a proxy's 404 is an error. @throws VendorError */
export async function readJob(ctx: VendorContext, id: string): Promise<${kindType}Read | null> {
  return notWritten("readJob: one job by its id", ctx, id);
}

/** What is active now. @throws VendorError */
export async function listActive(ctx: VendorContext, cursor: string | null): Promise<${kindType}Page> {
  return notWritten("listActive: every job that is active now", ctx, cursor);
}

/** What ended since then (epoch ms). @throws VendorError */
export async function listEnded(ctx: VendorContext, since: number, cursor: string | null): Promise<${kindType}Page> {
  return notWritten("listEnded: jobs that ended lately", ctx, since, cursor);
}
${
  ending === null
    ? ""
    : `
/** Resolves once ${label} has accepted it. Sent once: \`action: true\`, never retried. @throws VendorError */
export async function endJob(ctx: VendorContext, id: string): Promise<void> {
  return notWritten("endJob: ${ending} of one job", ctx, id);
}
`
}`;

const mapper = ({ id, kind, kindType, label }: NewVendor) => `
import { camelRecord } from "@/lib/vendors/_shared/camel-keys";
import type { ${kindType}Answer } from "@/lib/vendors/${id}/contract";
import { actionsIn, toJobState } from "@/lib/vendors/${id}/states";
import type { JobSnapshot } from "@/lib/jobs/snapshot";

/** One answer of ${label}'s → snapshot. A key that is absent here leaves what is known; null says that there is none. */
export function snapshotOf(job: ${kindType}Answer, operation: string): JobSnapshot {
  const state = toJobState(job.state);
  return {
    kind: "${kind}",
    id: job.id,
    run: null,
    vendorState: job.state,
    state,
    precision: "fine",
    attention: null,
    actions: actionsIn(state),
    details: { ...camelRecord(job), type: "${id}/${kind}" },
    raw: { [operation]: job },
  };
}
`;

const door = ({ id, label, kind, ending, name }: NewVendor) => `
import { checkAccess, ${ending === null ? "" : "endJob, "}listActive, listEnded, readJob } from "@/lib/vendors/${id}/client";
import { JOB_ID } from "@/lib/vendors/${id}/contract";
import { descriptor } from "@/lib/vendors/${id}/descriptor";
import { snapshotOf } from "@/lib/vendors/${id}/mapper";
${ending === null ? "" : `import { VendorError } from "@/lib/vendors/errors";\n`}import type { JobRef } from "@/lib/jobs/ref";
import type { VendorConnector } from "@/lib/vendors/types";

/** ${label}: what it is asked, and what its answers mean. */
export const ${name}: VendorConnector = {
  descriptor,

  check: checkAccess,

  async listJobs(ctx, { scope, since, cursor }) {
    const page = scope === "active" ? await listActive(ctx, cursor) : await listEnded(ctx, since, cursor);
    return {
      items: page.rows.map((row) => snapshotOf(row, page.operation)),
      skipped: page.skipped,
      cursor: page.cursor,
    };
  },

  async getJob(ctx, ref) {
    if (!isOurs(ref)) return null;
    const answer = await readJob(ctx, ref.id);
    return answer && snapshotOf(answer.job, answer.operation);
  },
${
  ending === null
    ? ""
    : `
  async act(ctx, ref, { action }) {
    if (!isOurs(ref)) throw refused("not-found", "${label} has no job with such an id.");
    if (action !== "${ending}") throw refused("rejected", \`${label} has no action \${action}.\`);
    await endJob(ctx, ref.id);
    return { message: null };
  },
`
}};

function isOurs({ kind, id }: JobRef): boolean {
  return kind === "${kind}" && JOB_ID.test(id);
}
${
  ending === null
    ? ""
    : `
function refused(reason: "not-found" | "rejected", message: string): VendorError {
  return new VendorError({ vendor: "${id}", operation: "${ending} ${kind}", reason, message });
}
`
}`;

const notWritten = ({ id, label }: NewVendor) => `
/** What nobody has written yet fails loudly. Goes with its last use. */
export function notWritten(what: string, ..._given: unknown[]): never {
  throw new Error(\`lib/vendors/${id}/client.ts does not ask ${label} yet: \${what}\`);
}
`;
