/** One request that reached the vendor. */
export interface VendorCall {
  at: number;
  method: string;
  path: string;
  status: number | null;
  body: string;
}

/** The control door of one vendor's sandbox: what its README names, as functions. */
export class SandboxControl {
  constructor(readonly origin: string) {}

  /** Reads the sandbox's clock, or changes it first: `speed` 0 freezes, `stepMs` moves it on. */
  clock(change?: { speed?: number; stepMs?: number }): Promise<{ now: number; speed: number }> {
    return change === undefined ? this.#door("GET", "clock") : this.#door("POST", "clock", change);
  }

  /** Makes a job in one situation, by the vendor's own wish; resolves to what the door answers, with the new id. */
  async createJob(wish: Record<string, unknown>): Promise<{ id: string } & Record<string, unknown>> {
    const made = await this.#door<Record<string, unknown>>("POST", "jobs", wish);
    return { ...made, id: String(made.id ?? made.executionId) };
  }

  /** Removes a job from the vendor. DLI wants `kind/id`, e.g. `sql/…`. */
  async purge(job: string): Promise<void> {
    await this.#door("DELETE", `jobs/${job}`);
  }

  /** Arms a fault of the transport, e.g. `{ kind: "status", status: 503 }`; resolves to its id. */
  async fault(fault: { kind: string } & Record<string, unknown>): Promise<number> {
    return (await this.#door<{ id: number }>("POST", "fault", fault)).id;
  }

  /** Turns one of the vendor's own switches. */
  async turn(name: string, value: unknown): Promise<void> {
    await this.#door("POST", "fault", { switch: name, value });
  }

  /** Removes one fault; without an id every fault, and all switches go back. */
  async mend(id?: number): Promise<void> {
    await this.#door("DELETE", id === undefined ? "fault" : `fault?id=${id}`);
  }

  /** The calls that reached the vendor since the start or `forgetCalls`, by a pattern over path and query. */
  async calls(pattern = ""): Promise<VendorCall[]> {
    const query = pattern === "" ? "" : `?path=${encodeURIComponent(pattern)}`;
    return (await this.#door<{ items: VendorCall[] }>("GET", `calls${query}`)).items;
  }

  async forgetCalls(): Promise<void> {
    await this.#door("DELETE", "calls");
  }

  async #door<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.origin}/__sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The sandbox refuses ${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
