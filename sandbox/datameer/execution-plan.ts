import type { Artifact } from "./artifacts";
import type { World } from "./world";

/** The artifacts and everything downstream of them, each after all that it reads from. */
export function chainOf(targets: Artifact[], world: World): Artifact[] {
  const wanted = new Set<Artifact>();
  const collect = (artifact: Artifact): void => {
    if (wanted.has(artifact)) return;
    wanted.add(artifact);
    world.dependents(artifact.configurationId).forEach(collect);
  };
  targets.forEach(collect);

  const ordered: Artifact[] = [];
  const place = (artifact: Artifact): void => {
    if (ordered.includes(artifact)) return;
    for (const id of artifact.upstream) {
      const upstream = world.artifact(id);
      if (upstream && wanted.has(upstream)) place(upstream);
    }
    ordered.push(artifact);
  };
  wanted.forEach(place);
  return ordered;
}

/** One entry of the answer: the only job answer that carries a name. */
export interface PlanEntry {
  "job-configuration-name": string;
  "job-configuration-id": number;
  trigger: boolean;
  "job-execution-id"?: number;
}

/**
 * Accepts a run for each artifact of the chain for which `isTriggered` holds; each waits for those before it that it
 * reads from. An entry that is not triggered has no execution id.
 */
export function runChain(
  chain: Artifact[],
  world: World,
  user: string,
  trigger: string,
  variables: Record<string, unknown>,
  isTriggered: (artifact: Artifact) => boolean,
): PlanEntry[] {
  const started = new Map<number, number>();
  return chain.map((artifact) => {
    const entry = { "job-configuration-name": artifact.name, "job-configuration-id": artifact.configurationId };
    if (!isTriggered(artifact)) return { ...entry, trigger: false };
    const execution = world.submit(artifact, user, trigger);
    execution.sequence = true;
    execution.variables = artifact.type === "workbook" ? variables : {};
    execution.after = artifact.upstream.flatMap((id) => started.get(id) ?? []);
    started.set(artifact.configurationId, execution.id);
    return { ...entry, trigger: true, "job-execution-id": execution.id };
  });
}
