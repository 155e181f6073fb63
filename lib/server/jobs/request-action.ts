import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { ActionAnswer, ActionBody } from "@/lib/contract/action";
import { isEnding, isOpen, JOB_ACTIONS, type JobAction } from "@/lib/jobs/action";
import { availableActions } from "@/lib/jobs/available-actions";
import type { JobRef } from "@/lib/jobs/ref";
import { isFinal, type JobState } from "@/lib/jobs/state";
import { AppError } from "@/lib/server/app-error";
import type { Role } from "@/lib/contract/primitives";
import { hasRole, maySee, type RequestUser } from "@/lib/server/auth/authenticate";
import { callVendor, type Outcome } from "@/lib/server/jobs/call-vendor";
import { mustBeVisible } from "@/lib/server/jobs/get-job";
import type { JobServices } from "@/lib/server/jobs/services";
import type { Connection } from "@/lib/server/db/database";
import { users } from "@/lib/server/db/schema/access";
import { actions } from "@/lib/server/db/schema/actions";
import { jobBodies, jobs } from "@/lib/server/db/schema/jobs";
import { recordPatiently } from "@/lib/server/jobs/record-patiently";
import { moveAction } from "@/lib/server/store/action-settlements";
import { appendAudit } from "@/lib/server/store/audit";
import { bumpVersion, lockConnection } from "@/lib/server/store/fence";
import { noteInterest } from "@/lib/server/store/interest";
import { CountDeltas } from "@/lib/server/store/job-counts";
import type { ActionRequest } from "@/lib/vendors/types";

type ActionRow = typeof actions.$inferSelect;
/** How long the collector looks closely at a job after an action on it. */
const WATCH_MS = 2 * 60_000;

interface Ask {
  user: RequestUser;
  ref: JobRef;
  action: JobAction;
  body: ActionBody;
}

/**
 * Asks the vendor for an action: the intent and its audit entry are committed first, the outcome after the vendor's
 * answer, and what came of it is what later readings show.
 * @throws AppError by the contract's table of answers.
 */
export async function requestAction(
  services: JobServices,
  user: RequestUser,
  ref: JobRef,
  word: string,
  body: ActionBody,
): Promise<ActionAnswer> {
  const action = JOB_ACTIONS.find((known) => known === word);
  const live = services.hub.get(ref.connection);
  if (action === "delete" && user.role !== "admin") throw forbidden("admin");
  mustBeVisible(user, ref);
  if (!action) throw new AppError("not_found", { detail: `There is no action ${word}.` });
  const ask: Ask = { user, ref, action, body };
  const intent = await commitIntent(services, ask);
  if (intent.already) return { auditId: intent.row.id, action, state: intent.state, ...intent.already };
  if (!live)
    return settle(services, ask, intent.row, {
      kind: "refused",
      message: "This connection is not configured any more.",
    });
  const outcome = await callVendor(services, live, ref, intent.request);
  return settle(services, ask, intent.row, outcome);
}

interface Intent {
  row: ActionRow;
  state: JobState;
  /** How far the same action has come that was asked before and is still open; null where there is none. */
  already: Pick<ActionAnswer, "status" | "already"> | null;
  request: ActionRequest;
}

async function commitIntent(services: JobServices, ask: Ask): Promise<Intent> {
  const { db, hub } = services;
  const { ref, action, user } = ask;
  return db.transaction(async (tx) => {
    await lockConnection(tx, ref.connection, null);
    await refuseWithoutRole(tx, ask);
    const [found] = await tx
      .select({ job: jobs, details: jobBodies.details })
      .from(jobs)
      .leftJoin(jobBodies, eq(jobBodies.job, jobs.seq))
      .where(and(eq(jobs.connection, ref.connection), eq(jobs.kind, ref.kind), eq(jobs.id, ref.id)));
    if (!found) throw new AppError("job_not_found");
    const { job } = found;
    const request: ActionRequest = {
      action,
      ...ask.body,
      job: { run: job.run, vendorState: job.vendorState, details: found.details ?? {} },
    };
    refuseWrongBody(hub.get(ref.connection)?.connector.refuseAction?.(request) ?? null);
    if (action === "delete" && ask.body.confirm !== job.name) {
      refuseWrongBody({ field: "confirm", message: "must be the job's name, as it is shown" });
    }

    const open = await openAction(tx, ref);
    if (open?.action === action && isOpen(open.outcome)) {
      const already = open.outcome === "accepted" ? {} : { already: open.outcome };
      return { row: open, state: job.state, already: { status: "accepted", ...already }, request };
    }
    if (open) {
      throw new AppError("action_pending", {
        detail: `${open.action} was asked by ${open.by} and is not settled yet.`,
        extra: { state: job.state, auditId: open.id },
      });
    }
    const possible = availableActions(job.allowed, user.role, { hasOpenAction: false, gone: job.goneAt !== null });
    if (!possible.includes(action)) {
      throw new AppError("action_not_available", {
        detail: `${action} is not possible while the vendor says ${job.vendorState}.`,
        extra: { state: job.state },
      });
    }
    return { row: await insertIntent(tx, services.now(), ask, job.run), state: job.state, already: null, request };
  });
}

function forbidden(role: Role): AppError {
  return new AppError("forbidden", { detail: `This needs the role ${role}.` });
}

/** The role as it is now: of many jobs at once the last ones are asked for long after the click. */
async function refuseWithoutRole(tx: Connection, { user, ref, action }: Ask): Promise<void> {
  const [now] = await tx
    .select({ role: users.role, connections: users.connections, disabled: users.disabled })
    .from(users)
    .where(eq(users.id, user.id))
    .for("share");
  const least: Role = action === "delete" ? "admin" : "operator";
  if (!now || now.disabled || !hasRole(now, least)) throw forbidden(least);
  if (!maySee(now, ref.connection)) throw new AppError("job_not_found");
}

function refuseWrongBody(wrong: { field: string; message: string } | null): void {
  if (wrong) throw new AppError("invalid_body", { detail: `${wrong.field}: ${wrong.message}`, errors: [wrong] });
}

async function openAction(tx: Connection, ref: JobRef): Promise<ActionRow | null> {
  const [row] = await tx
    .select()
    .from(actions)
    .where(
      and(
        eq(actions.connection, ref.connection),
        eq(actions.kind, ref.kind),
        eq(actions.jobId, ref.id),
        inArray(actions.outcome, ["asked", "accepted", "unknown"]),
      ),
    );
  return row ?? null;
}

async function insertIntent(tx: Connection, now: number, ask: Ask, run: string | null): Promise<ActionRow> {
  const { reason, ...params } = ask.body;
  const row: ActionRow = {
    id: randomUUID(),
    connection: ask.ref.connection,
    kind: ask.ref.kind,
    jobId: ask.ref.id,
    run,
    action: ask.action,
    outcome: "asked",
    by: ask.user.by,
    reason: reason?.trim() || null,
    params,
    askedAt: now,
    acceptedAt: null,
    settledAt: null,
    vendorMessage: null,
    started: null,
    plan: null,
  };
  // What cannot be told afterwards is not done.
  const unwritten = (cause: unknown) => {
    throw new AppError("audit_unavailable", { detail: "The audit cannot be written, so nothing was asked.", cause });
  };
  await tx.insert(actions).values(row).catch(unwritten);
  await appendAudit(tx, {
    entry: row.id,
    at: now,
    by: row.by,
    action: row.action,
    connection: row.connection,
    kind: row.kind,
    jobId: row.jobId,
    reason: row.reason,
    outcome: "asked",
    vendorMessage: null,
  }).catch(unwritten);
  await bumpVersion(tx, row.connection);
  return row;
}

async function settle(services: JobServices, ask: Ask, row: ActionRow, outcome: Outcome): Promise<ActionAnswer> {
  const state = await recordPatiently(() => recordOutcome(services, row, outcome), row.id);
  const { ref, action } = ask;
  if (outcome.kind === "accepted") {
    const started = outcome.started.map((job) => ({ connection: ref.connection, ...job }));
    return {
      auditId: row.id,
      action,
      status: "accepted",
      state,
      ...(started.length > 0 ? { started } : {}),
      ...(outcome.plan ? { plan: outcome.plan } : {}),
    };
  }
  const extra = { state, auditId: row.id };
  if (outcome.kind === "overtaken" || outcome.kind === "other-target") {
    throw new AppError("action_not_available", { detail: outcome.message, extra });
  }
  if (outcome.kind === "refused") throw new AppError("vendor_refused", { detail: outcome.message, extra });
  throw new AppError("outcome_unknown", { detail: outcome.message, extra });
}

/** @returns the state that the job is shown in after it. */
async function recordOutcome({ db, now }: JobServices, row: ActionRow, outcome: Outcome): Promise<JobState> {
  return db.transaction(async (tx) => {
    await lockConnection(tx, row.connection, null);
    const ref = and(eq(jobs.connection, row.connection), eq(jobs.kind, row.kind), eq(jobs.id, row.jobId));
    const [job] = await tx.select().from(jobs).where(ref);
    const [current] = await tx.select().from(actions).where(eq(actions.id, row.id)).for("update");
    // A reading may have settled it while the vendor's answer was on its way.
    if (current && current.settledAt === null) {
      const word = outcome.kind === "other-target" ? "refused" : outcome.kind;
      const more = outcome.kind === "accepted" ? { started: outcome.started, plan: outcome.plan ?? null } : {};
      await moveAction(tx, current, word, outcome.message, now(), more);
    }
    await bumpVersion(tx, row.connection);
    const started = outcome.kind === "accepted" ? outcome.started : [];
    for (const { kind, id } of [{ kind: row.kind, id: row.jobId }, ...started]) {
      await noteInterest(tx, { connection: row.connection, kind, id }, now() + WATCH_MS);
    }
    if (!job) return "unknown";
    const stops = outcome.kind === "accepted" && isEnding(row.action) && !isFinal(job.readingState);
    if (!stops || current?.settledAt !== null) return job.state;
    const attention = job.attention === "stop_unconfirmed" ? null : job.attention;
    await tx.update(jobs).set({ state: "stopping", unconfirmed: false, attention }).where(eq(jobs.seq, job.seq));
    const counts = new CountDeltas();
    counts.move(job, { ...job, state: "stopping" });
    await counts.write(tx);
    return "stopping";
  });
}
