import { listen, type RunningSandbox } from "../kit/sandbox-server";
import { DEFAULT_PROJECT_ID, FIXED_TOKEN } from "./accounts";
import { createDliSandbox, type DliSandboxOptions } from "./server";
import type { DliSwitches } from "./switches";

/** A parsed answer, as loose as the wire is. */
export interface Answer {
  status: number;
  headers: Headers;
  // The tests read it field by field; its shape is what they are about.
  body: Record<string, unknown>;
}

/** A sandbox over real HTTP with short ways to speak to it. `{p}` in a path is the default project. */
export class TestSandbox {
  private constructor(private readonly running: RunningSandbox) {}

  /** Its clock stands still until a test steps it. */
  static async start(options: DliSandboxOptions = {}): Promise<TestSandbox> {
    const sandbox = new TestSandbox(await listen(createDliSandbox(options), 0));
    await sandbox.control("clock", { speed: 0 });
    return sandbox;
  }

  get origin(): string {
    return this.running.origin;
  }

  close(): Promise<void> {
    return this.running.close();
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.origin + path.replace("{p}", DEFAULT_PROJECT_ID), {
      method,
      headers: { "content-type": "application/json", "x-auth-token": FIXED_TOKEN, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer["body"] };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call("GET", path, undefined, headers);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.call("POST", path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.call("DELETE", path);
  }

  async control(door: string, body: unknown): Promise<Record<string, unknown>> {
    return (await this.post(`/__sandbox/${door}`, body)).body;
  }

  async turn<K extends keyof DliSwitches>(name: K, value: DliSwitches[K]): Promise<void> {
    await this.control("fault", { switch: name, value });
  }

  async step(milliseconds: number): Promise<void> {
    await this.control("clock", { stepMs: milliseconds });
  }

  /** Makes a job in one situation and returns its id. */
  async make(kind: "sql" | "flink" | "spark-batch", scenario: string, more: object = {}): Promise<string> {
    const answer = await this.post("/__sandbox/jobs", { kind, scenario, ...more });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return String(answer.body.id);
  }

  async reset(): Promise<void> {
    await this.control("reset", {});
  }
}

/** The rows of a list in an answer. */
export function rowsOf(list: unknown): Record<string, unknown>[] {
  return list as Record<string, unknown>[];
}
