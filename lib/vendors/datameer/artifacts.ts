import { isNo } from "@/lib/vendors/datameer/ask";
import { listArtifacts, type ArtifactType } from "@/lib/vendors/datameer/client";
import { isMissing, memoryOf, remembered, rememberMissing, type ArtifactIds } from "@/lib/vendors/datameer/memory";
import { followedIn } from "@/lib/vendors/datameer/settings";
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
const KEY = "artifacts";

/** All artifacts by configuration id; asked every five minutes at most. A list that this version lacks is empty. */
export async function readArtifacts(ctx: VendorContext): Promise<ReadonlyMap<string, Artifact>> {
  return remembered(ctx, KEY, KEPT_MS, async () => {
    const artifacts = new Map<string, Artifact>();
    for (const [type, names] of LISTS) {
      for (const { id, path } of await firstOf(ctx, names)) {
        artifacts.set(id, { configurationId: id, type, path: path ?? null });
      }
    }
    return artifacts;
  });
}

/** What is known without a call. */
export function knownArtifact(ctx: VendorContext, configurationId: string): Artifact | null {
  const known = memoryOf(ctx).answers.get(KEY)?.value;
  const artifact: unknown = known instanceof Map ? known.get(configurationId) : undefined;
  return isArtifact(artifact) ? artifact : null;
}

async function firstOf(ctx: VendorContext, names: readonly string[]) {
  for (const name of names) {
    if (isMissing(ctx, name)) continue;
    try {
      return await listArtifacts(ctx, name);
    } catch (error) {
      if (!isNo(error)) throw error;
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

function isArtifact(value: unknown): value is Artifact {
  return typeof value === "object" && value !== null && "configurationId" in value;
}
