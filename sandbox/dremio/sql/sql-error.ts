/** What the planner refuses: the job ends FAILED with this message. */
export class SqlError extends Error {}
