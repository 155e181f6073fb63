import { listArtifacts, type ArtifactType } from "@/lib/vendors/datameer/client";
import { expire, isMissing, memoryOf, rememberMissing, type ArtifactIds } from "@/lib/vendors/datameer/memory";
import { followedIn } from "@/lib/vendors/datameer/settings";
import { isNo, VendorError } from "@/lib/vendors/errors";
import type { VendorContext } from "@/lib/vendors/types";

/** One thing in the File Browser that can be run. */
export interface Artifact {
  configurationId: string;
  type: ArtifactType;
  path: string | null;
}

/** Export jobs are under one of two names (vendor document 6): the other is tried where the first is missing. */
const LISTS: readonly [ArtifactType, readonly string[]][] = [
  ["import-job", ["import-job"]],
  ["workbook", ["workbook"]],
  ["export-job", ["export-job", "export-jobs"]],
];

const KEPT_MS = 5 * 60_000;
const AFTER_A_FAILURE_MS = 60_000;
const KEY = "artifacts";

/** The lists together; `whole` where none of them failed. */
interface Lists {
  artifacts: ReadonlyMap<string, Artifact>;
  whole: boolean;
}

/**
 * All artifacts by configuration id; asked every five minutes at most. A list that this version lacks is empty, of one that
 * fails what is known stays: names and discovery hang on it, and nothing else should.
 */
export async function readArtifacts(ctx: VendorContext): Promise<ReadonlyMap<string, Artifact>> {
  const { answers } = memoryOf(ctx);
  const known = knownArtifacts(ctx);
  if (known && (answers.get(KEY)?.until ?? 0) > ctx.now()) return known;
  const artifacts = new Map<string, Artifact>();
  let whole = true;
  for (const [type, names] of LISTS) {
    const rows = await firstOf(ctx, names);
    whole &&= rows !== null;
    const old = [...(known?.values() ?? [])].filter((artifact) => artifact.type === type);
    const listed = rows?.map(({ id, path }) => ({ configurationId: id, type, path: path ?? null }));
    for (const artifact of listed ?? old) artifacts.set(artifact.configurationId, artifact);
  }
  const lists: Lists = { artifacts, whole };
  answers.set(KEY, { until: ctx.now() + (whole ? KEPT_MS : AFTER_A_FAILURE_MS), value: lists });
  return artifacts;
}

/**
 * The same, asked anew where one of these configurations is not on the lists: it may be younger than they are. One that is
 * on none of them (a private artifact) is looked for once in five minutes.
 */
export async function readArtifactsOf(
  ctx: VendorContext,
  configurationIds: readonly string[],
): Promise<ReadonlyMap<string, Artifact>> {
  const { answers } = memoryOf(ctx);
  const isSought = (id: string) => (answers.get(nowhere(id))?.until ?? 0) <= ctx.now();
  const known = await readArtifacts(ctx);
  const sought = configurationIds.filter((id) => !known.has(id) && isSought(id));
  if (sought.length === 0) return known;
  expire(ctx, KEY);
  const listed = await readArtifacts(ctx);
  for (const id of sought) {
    if (!listed.has(id)) answers.set(nowhere(id), { until: ctx.now() + KEPT_MS, value: null });
  }
  return listed;
}

function nowhere(id: string): string {
  return `nowhere ${id}`;
}

/** Whether each list answered when they were last asked: only then is what is on none of them nowhere. */
export function listedAll(ctx: VendorContext): boolean {
  return knownLists(ctx)?.whole ?? false;
}

/** What is known without a call. */
export function knownArtifact(ctx: VendorContext, configurationId: string): Artifact | null {
  return knownArtifacts(ctx)?.get(configurationId) ?? null;
}

function knownArtifacts(ctx: VendorContext): ReadonlyMap<string, Artifact> | null {
  return knownLists(ctx)?.artifacts ?? null;
}

function knownLists(ctx: VendorContext): Lists | null {
  return (memoryOf(ctx).answers.get(KEY)?.value as Lists | undefined) ?? null;
}

/** null: a list failed. */
async function firstOf(ctx: VendorContext, names: readonly string[]) {
  for (const name of names) {
    if (isMissing(ctx, name)) continue;
    try {
      return await listArtifacts(ctx, name);
    } catch (error) {
      if (!(error instanceof VendorError) || error.reason === "unauthorized") throw error;
      if (!isNo(error)) return null;
      rememberMissing(ctx, name);
    }
  }
  return [];
}

/** The artifact's ids, the vendor's own before the operator's; never by a call. */
export function idsOf(ctx: VendorContext, configurationId: string): ArtifactIds {
  const path = knownArtifact(ctx, configurationId)?.path;
  const followed = followedIn(ctx.settings).find((entry) => entry.id === configurationId);
  return { ...(path ? { path } : {}), ...followed?.artifact, ...memoryOf(ctx).artifactOf.get(configurationId) };
}

/** What is known of an artifact is kept, what is learnt is added. */
export function learnArtifact(ctx: VendorContext, configurationId: string, ids: ArtifactIds): void {
  const { artifactOf } = memoryOf(ctx);
  const known = artifactOf.get(configurationId);
  artifactOf.set(configurationId, { ...known, ...ids });
}

/** `/Data/ImportJobs/URLS.imp` → `URLS`: the ending only says its type (vendor document 2). */
export function nameOfPath(path: string): string {
  const file = path.slice(path.lastIndexOf("/") + 1);
  return file.replace(/\.(imp|wbk|exp|upl|dst)$/i, "") || path;
}
