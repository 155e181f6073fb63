import type { JobSnapshot } from "../../lib/jobs/snapshot";

/** Rows that one page of a vendor's list brings. */
export const BATCH = 500;

/**
 * A page of readings as Dremio's listing gives them. The same batch and round are the same readings; another round of a
 * batch is the same jobs, each in another state.
 */
export function snapshots(batch: number, round: number): JobSnapshot[] {
  const state = round % 2 === 0 ? "queued" : "running";
  return Array.from({ length: BATCH }, (_, index) => {
    const id = `bench-${batch}-${index}`;
    return {
      kind: "query",
      id,
      run: null,
      vendorState: `${state.toUpperCase()}-${round}`,
      state,
      precision: "fine",
      attention: null,
      actions: ["cancel"],
      name: `measured ${id}`,
      owner: `owner-${index % 40}`,
      queue: `queue-${index % 12}`,
      submittedAt: new Date(1_700_000_000_000 + batch * 60_000 + index * 100).toISOString(),
      text: `SELECT customer, sum(amount) FROM sales.orders_${index} WHERE region = 'north' GROUP BY customer -- ${id}`,
      details: { type: "dremio/query", id, queryType: "UI_RUN", rowCount: round },
      raw: { "GET /api/v3/job/{id}": { id, jobState: state, rowCount: round } },
    };
  });
}
