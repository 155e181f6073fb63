import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { listen, type RunningSandbox } from "../kit/sandbox-server";
import { accounts } from "./accounts";
import type { ScenarioAnswer, ScenarioRequest } from "./scenarios";
import { createDatameerSandbox, type DatameerSandboxOptions } from "./server";

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

interface Ask {
  method?: string;
  user?: string;
  body?: string;
  headers?: Record<string, string>;
}

/** A sandbox on a free port with a plain HTTP client to it, for tests: the clock stands still until `step`. */
export class SandboxSession {
  private constructor(readonly sandbox: RunningSandbox) {}

  static async open(options: DatameerSandboxOptions = {}): Promise<SandboxSession> {
    const session = new SandboxSession(await listen(createDatameerSandbox(options), 0));
    await session.control("POST", "clock", { speed: 0 });
    return session;
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  /** One request as it is on the wire. */
  async ask(path: string, { method = "GET", user = "admin", body, headers = {} }: Ask = {}): Promise<Reply> {
    const account = accounts.find(({ username }) => username === user);
    const authorization = account && `Basic ${Buffer.from(`${user}:${account.password}`).toString("base64")}`;
    const sent = request(`${this.sandbox.origin}${path}`, {
      method,
      headers: { ...(authorization ? { authorization } : {}), ...headers },
    });
    sent.end(body);
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    return { status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() };
  }

  /** The JSON of an answer. */
  async json<T = Record<string, unknown>>(path: string, ask: Ask = {}): Promise<T> {
    return JSON.parse((await this.ask(path, ask)).text) as T;
  }

  async control<T = Record<string, unknown>>(method: string, door: string, body?: unknown): Promise<T> {
    const headers = { "content-type": "application/json" };
    return this.json<T>(`/__sandbox/${door}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers,
    });
  }

  step(milliseconds: number): Promise<unknown> {
    return this.control("POST", "clock", { stepMs: milliseconds });
  }

  turn(name: string, value: unknown): Promise<unknown> {
    return this.control("POST", "fault", { switch: name, value });
  }

  play(scenario: ScenarioRequest["scenario"], more: Partial<ScenarioRequest> = {}): Promise<Played> {
    return this.control<Played>("POST", "jobs", { scenario, ...more });
  }
}

export type Played = ScenarioAnswer & { executionId: number; items: ScenarioAnswer[] };
