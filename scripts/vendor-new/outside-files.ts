import type { NewVendor } from "./new-vendor";

/** Files outside the connector's folder by their paths: details, panel, sandbox. */
export function outsideFiles(vendor: NewVendor): Record<string, string> {
  const { id, kind } = vendor;
  return {
    [`lib/contract/details/${id}.ts`]: details(vendor),
    [`components/panels/${id}/${kind}-panel.tsx`]: panel(vendor),
    [`sandbox/${id}/server.ts`]: server(vendor),
    [`sandbox/${id}/world.ts`]: world(vendor),
    [`sandbox/${id}/api.ts`]: api(vendor),
    [`sandbox/${id}/control.ts`]: control(vendor),
    [`sandbox/${id}/switches.ts`]: switches(vendor),
    [`sandbox/${id}/accounts.ts`]: accounts(vendor),
    [`sandbox/${id}/server.test.ts`]: sandboxTest(vendor),
    [`sandbox/${id}/README.md`]: readme(vendor),
  };
}

/** A plain mark with the first letter, for a vendor that has none. */
export function mark({ label }: NewVendor): string {
  const letter = label.charAt(0).toUpperCase();
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18"><rect width="18" height="18" rx="4.5" fill="#5b6472"/>` +
    `<text x="9" y="13" font-family="sans-serif" font-size="11" font-weight="700" text-anchor="middle" fill="#fff">` +
    `${letter}</text></svg>\n`
  );
}

const details = ({ id, label, kind, type, kindType }: NewVendor) => `
import * as z from "zod/mini";

/** A ${kind} of ${label}: the fields of its documents, keys in camelCase, and what we compute beside them. Any may be absent. */
export const ${type}${kindType}Details = z.looseObject({
  type: z.literal("${id}/${kind}"),
});
export type ${type}${kindType}Details = z.infer<typeof ${type}${kindType}Details>;
`;

const panel = ({ id, label, kind, type, kindType }: NewVendor) => `
"use client";

import type { PanelProps } from "@/components/panels/panel-props";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { ${type}${kindType}Details } from "@/lib/contract/details/${id}";

/** A ${kind} of ${label}. */
export function ${kindType}Panel({ job }: PanelProps) {
  const details = ${type}${kindType}Details.parse(job.details);
  return (
    <Panel title="${kindType}" id="${kind}-facts">
      <Facts items={[{ label: "Kind", value: details.type }]} />
    </Panel>
  );
}
`;

const server = ({ id, label, type }: NewVendor) => `
import type { Server } from "node:http";
import { createSandbox } from "../kit/sandbox-server";
import { WorldClock } from "../kit/world-clock";
import { vendorApi } from "./api";
import { controlDoor } from "./control";
import { defaultSwitches } from "./switches";
import { World } from "./world";

/** A ${label} of one's own, not yet listening: pass it to the kit's \`listen\`. Its README lists accounts and scenarios. */
export function create${type}Sandbox(): Server {
  const clock = new WorldClock();
  const switches = defaultSwitches();
  const world = new World(clock);
  return createSandbox({
    name: "${id}",
    clock,
    switches,
    app: vendorApi(world, switches),
    control: controlDoor(world),
    reset: () => world.reset(),
  });
}
`;

const world = ({ id, label }: NewVendor) => `
import type { WorldClock } from "../kit/world-clock";

/** A job of the sandbox: its life is a function of the clock. */
export interface SandboxJob {
  id: string;
  /** The vendor's words in turn, each with how long it lasts in ms of the sandbox's clock; the last one stays. */
  life: { state: string; ms: number }[];
  startedAt: number;
}

/** The situations that \`POST /__sandbox/jobs\` makes. The battery asks for slow-run, quick-run and unknown-word. */
export const SCENARIOS: Readonly<Record<string, SandboxJob["life"]>> = {};

/** Every job that this ${label} has. */
export class World {
  readonly jobs = new Map<string, SandboxJob>();

  constructor(readonly clock: WorldClock) {}

  /** @throws RangeError for a scenario that nobody has written. */
  add(scenario: string): SandboxJob {
    const life = SCENARIOS[scenario];
    if (!life) throw new RangeError(\`sandbox/${id}/world.ts has no scenario \${scenario} yet\`);
    const job = { id: crypto.randomUUID(), life, startedAt: this.clock.now() };
    this.jobs.set(job.id, job);
    return job;
  }

  /** The word that ${label} says of a job now. */
  stateOf({ life, startedAt }: SandboxJob): string {
    let left = this.clock.now() - startedAt;
    for (const { state, ms } of life) {
      if (left < ms) return state;
      left -= ms;
    }
    return life.at(-1)?.state ?? "";
  }

  reset(): void {
    this.jobs.clear();
  }
}
`;

const api = ({ id, label }: NewVendor) => `
import { Hono } from "hono";
import { isKnown } from "./accounts";
import type { VendorSwitches } from "./switches";
import type { World } from "./world";

/** ${label}'s API, to the letter of its documents: paths, bodies, and refusals in its own words. */
export function vendorApi(world: World, switches: VendorSwitches): Hono {
  const app = new Hono();
  app.use(async (c, next) => (isKnown(c.req.header("authorization")) ? next() : c.body(null, 401)));
  // Here come the paths. They show \`world.jobs\`, and heed \`switches.emptyList\` and \`switches.oddRow\` in lists.
  app.all("*", (c) =>
    c.json({ error: "sandbox/${id}/api.ts answers no path yet", jobs: world.jobs.size, switches }, 501),
  );
  return app;
}
`;

const control = (_: NewVendor) => `
import { Hono } from "hono";
import { SCENARIOS, type World } from "./world";

/** \`POST /__sandbox/jobs\` {scenario} makes a job, \`GET\` lists the scenarios, \`DELETE /__sandbox/jobs/{id}\` purges one. */
export function controlDoor(world: World): Hono {
  const door = new Hono();
  door.get("/jobs", (c) => c.json({ scenarios: Object.keys(SCENARIOS), ids: [...world.jobs.keys()] }));
  door.post("/jobs", async (c) => {
    const { scenario } = await c.req.json<{ scenario: string }>();
    try {
      return c.json({ id: world.add(scenario).id }, 201);
    } catch (error) {
      if (error instanceof RangeError) return c.json({ error: error.message }, 501);
      throw error;
    }
  });
  door.delete("/jobs/:id", (c) => {
    const known = world.jobs.delete(c.req.param("id"));
    return c.json({ purged: known }, known ? 200 : 404);
  });
  return door;
}
`;

const switches = (_: NewVendor) => `
/** What a test may turn with \`POST /__sandbox/fault\` {"switch", "value"}. */
export type VendorSwitches = {
  /** The list has no jobs. */
  emptyList: boolean;
  /** The list gains a row that cannot be understood. */
  oddRow: boolean;
};

export function defaultSwitches(): VendorSwitches {
  return { emptyList: false, oddRow: false };
}
`;

const accounts = ({ id, auth }: NewVendor) =>
  auth === "bearer"
    ? `
export const TOKEN = "sandbox-${id}-token";

/** Whether an \`Authorization\` header is one that this server knows. */
export function isKnown(authorization: string | undefined): boolean {
  return authorization === \`Bearer \${TOKEN}\`;
}
`
    : `
export const USERNAME = "admin";
export const PASSWORD = "sandbox-${id}-password";

/** Whether an \`Authorization\` header is one that this server knows. */
export function isKnown(authorization: string | undefined): boolean {
  return authorization === \`Basic \${Buffer.from(\`\${USERNAME}:\${PASSWORD}\`).toString("base64")}\`;
}
`;

const sandboxTest = ({ id, label, type }: NewVendor) => `
import { afterEach, beforeEach, expect, it } from "vitest";
import { listen, type RunningSandbox } from "../kit/sandbox-server";
import { create${type}Sandbox } from "./server";

let sandbox: RunningSandbox;
beforeEach(async () => {
  sandbox = await listen(create${type}Sandbox(), 0);
});
afterEach(() => sandbox.close());

it("makes the jobs that the connector battery asks for", async () => {
  const { scenarios } = (await (await fetch(\`\${sandbox.origin}/__sandbox/jobs\`)).json()) as { scenarios: string[] };
  const missing = ["slow-run", "quick-run", "unknown-word"].filter((name) => !scenarios.includes(name));
  expect(missing, "sandbox/${id}/world.ts, SCENARIOS: these are not written yet").toEqual([]);
});

it("refuses whoever does not log in, as ${label} does", async () => {
  expect((await fetch(\`\${sandbox.origin}/\`)).status).toBe(401);
});
`;

const readme = ({ id, label, docsUrl, auth }: NewVendor) => `
# Sandbox: ${label}

A local server that speaks ${label}'s API by its documents (<${docsUrl}>). It shares no code with
\`lib/vendors/${id}\`: two readings of one document check each other.

${auth === "bearer" ? `Token: \`sandbox-${id}-token\`` : `Account: \`admin\` with \`sandbox-${id}-password\``}

No path is answered yet, and there are no scenarios: \`api.ts\` and \`world.ts\` are to be written.
`;
