"use client";

import { ConnectionsTable } from "@/components/connections/connections-table";
import { FileProblem } from "@/components/connections/file-problem";
import { at } from "@/components/preview/sample-job";
import { type Connection, HEALTHS } from "@/lib/contract/connection";

function sample(health: Connection["health"]): Connection {
  const failing = health === "failing";
  return {
    id: `a-${health}-one`,
    name: `A connection that is ${health}`,
    vendor: "dremio",
    vendorLabel: "Dremio",
    baseUrl: "https://dremio.test",
    origin: "file",
    health,
    since: at(1),
    lastAnswerAt: health === "starting" ? null : at(3),
    lastErrorAt: failing ? at(4) : null,
    lastError: failing ? { code: "unavailable", message: "HTTP 502, with a page of HTML instead of JSON." } : null,
    notice: null,
    nextPollAt: null,
    pollSeconds: 15,
    quickSeconds: 2,
    budget: { perMinute: 240, spent: failing ? 238 : 20 },
    jobs: { active: 40, skippedRows: health === "slow" ? 3 : 0 },
    skipped: [],
    hasSecret: true,
    paused: health === "paused",
    authType: "token",
    settings: {},
    kinds: [],
  };
}

export function SampleConnections() {
  return (
    <>
      <FileProblem problem={{ file: "connections.yaml", line: 12, field: "baseUrl", message: "is not an address" }} />
      <ConnectionsTable items={HEALTHS.map(sample)} />
    </>
  );
}
