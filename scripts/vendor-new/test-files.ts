import type { NewVendor } from "./new-vendor";

/** Tests and papers of `lib/vendors/<id>/` by their names. Until the connector is written, each says what is missing. */
export function testFiles(vendor: NewVendor): Record<string, string> {
  return {
    "states.test.ts": statesTest(vendor),
    "mapper.test.ts": mapperTest(vendor),
    "open-world.testkit.ts": testkit(vendor),
    "connector-contract.test.ts": battery(vendor),
    "fixtures/README.md": fixtures(vendor),
    "README.md": readme(vendor),
  };
}

const statesTest = ({ id, label }: NewVendor) => `
import { expect, it } from "vitest";
import { STATES, toJobState } from "@/lib/vendors/${id}/states";

it("translates the words of ${label}'s documents", () => {
  expect(Object.keys(STATES), "lib/vendors/${id}/states.ts: no word of ${label} is translated yet").not.toEqual([]);
});

it("leaves a word that nobody has taught us alone", () => {
  expect(toJobState("NO_DOCUMENT_NAMES_THIS")).toBe("unknown");
});
`;

const mapperTest = ({ id, kindType, label }: NewVendor) => `
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { expectSaneSnapshot } from "@/lib/vendors/_shared/sane-snapshot";
import { ${kindType}Answer } from "@/lib/vendors/${id}/contract";
import { descriptor } from "@/lib/vendors/${id}/descriptor";
import { snapshotOf } from "@/lib/vendors/${id}/mapper";

const FOLDER = fileURLToPath(new URL("fixtures/", import.meta.url));
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

describe("raw answers of ${label}", () => {
  it("are recorded, one file a situation", () => {
    expect(files, "lib/vendors/${id}/fixtures holds no answer yet, e.g. job-running.json").not.toEqual([]);
  });

  for (const file of files) {
    it(\`\${file} goes through parser and mapper\`, () => {
      const job = ${kindType}Answer.parse(JSON.parse(readFileSync(FOLDER + file, "utf8")));
      const snapshot = snapshotOf(job, "GET a job");
      expectSaneSnapshot(snapshot, descriptor);
      expect(snapshot.state, \`\${file} says \${snapshot.vendorState}, which states.ts does not translate\`).not.toBe("unknown");
    });
  }
});
`;

const testkit = ({ id, type, auth }: NewVendor) => `
import { createOutbound } from "@/lib/server/outbound/outbound";
import type { ConnectorWorld } from "@/lib/vendors/_shared/connector-contract";
import type { VendorContext } from "@/lib/vendors/types";
import { ${auth === "bearer" ? "TOKEN" : "PASSWORD, USERNAME"} } from "@/sandbox/${id}/accounts";
import { create${type}Sandbox } from "@/sandbox/${id}/server";
import { listen } from "@/sandbox/kit/sandbox-server";

let opened = 0;

/** A sandbox of one test behind the real outbound door; its clock stands still unless a test steps it. */
export async function openWorld(): Promise<ConnectorWorld> {
  const sandbox = await listen(create${type}Sandbox(), 0);
  const outbound = createOutbound({
    vendorNetworks: [],
    timings: { deadlineMs: 600, backoffMs: 2 },
    bodyCap: 2 * 1024 * 1024,
  });

  async function control(method: string, door: string, body?: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(\`\${sandbox.origin}/__sandbox/\${door}\`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(\`the sandbox's control door, \${method} \${door}: \${response.status} \${text}\`);
    return JSON.parse(text) as Record<string, unknown>;
  }
  const play = async (scenario: string) => String((await control("POST", "jobs", { scenario })).id);
  const step = async (stepMs: number) => void (await control("POST", "clock", { stepMs }));

  await control("POST", "clock", { speed: 0 });
  return {
    origin: sandbox.origin,
    context(credential): VendorContext {
      // What a connector remembers is by connection: each context is one of its own.
      const connection = \`${id}-\${++opened}\`;
      const settings = { baseUrl: sandbox.origin, consoleUrl: null };
      const values = ${
        auth === "bearer"
          ? `{ token: credential === "wrong" ? "no-such-token" : TOKEN }`
          : `{ username: USERNAME, password: credential === "wrong" ? "no-such-password" : PASSWORD }`
      };
      const door = outbound.open({
        id: connection,
        vendor: "${id}",
        settings,
        auth: { scheme: "${auth}", values },
        trust: "file",
        ca: null,
        budgetPerMinute: 10_000,
      });
      const { signal } = new AbortController();
      return {
        request: (request) => door.request(request, signal),
        settings,
        connection,
        signal,
        now: Date.now,
        callsLeft: () => door.callsLeft(),
      };
    },
    runningJob: () => play("slow-run"),
    async finishedJob() {
      const id = await play("quick-run");
      await step(60_000);
      return id;
    },
    unknownWordJob: async () => ({ id: await play("unknown-word"), word: "NO_DOCUMENT_NAMES_THIS" }),
    purge: async (id) => void (await control("DELETE", \`jobs/\${id}\`)),
    emptyList: async () => void (await control("POST", "fault", { switch: "emptyList", value: true })),
    oddRow: async () => void (await control("POST", "fault", { switch: "oddRow", value: true })),
    settle: () => step(60_000),
    async close() {
      await outbound.close();
      await sandbox.close();
    },
  };
}
`;

const battery = ({ id, name, kind, ending }: NewVendor) => `
import { runConnectorContract } from "@/lib/vendors/_shared/connector-contract";
import { ${name} } from "@/lib/vendors/${id}";
import { openWorld } from "@/lib/vendors/${id}/open-world.testkit";

runConnectorContract("${id} / ${kind}", {
  connector: ${name},
  kind: "${kind}",
  unknownId: "00000000-0000-0000-0000-000000000000",
  malformedId: "no_such_id",
  endingAction: ${ending === null ? "null" : `"${ending}"`},
  open: openWorld,
});
`;

const fixtures = ({ label }: NewVendor) => `
# Answers of ${label}

Raw bodies as they came, one file a situation (\`job-running.json\`, \`job-failed.json\`): recorded from a server, or copied
from the documents, and without names, addresses and secrets of anybody.
`;

const readme = ({ label, id, docsUrl, kind }: NewVendor) => `
# ${label}

Written against: no version yet. Documents: <${docsUrl}>

| file                             | holds                                          |
| -------------------------------- | ---------------------------------------------- |
| \`descriptor.ts\`                  | kinds, log-in, settings, pace                  |
| \`client.ts\`, \`contract.ts\`       | every call, and what is insisted on in answers |
| \`states.ts\`, \`mapper.ts\`         | ${label}'s words and ours, answer → snapshot   |
| \`index.ts\`                       | the connector: the folder's only door          |

## How it lists

Nothing is asked yet.

## Quirks that are handled here

None yet.

## What it cannot do

Everything: the sandbox in \`sandbox/${id}\` and the calls for the kind \`${kind}\` are to be written.
`;
