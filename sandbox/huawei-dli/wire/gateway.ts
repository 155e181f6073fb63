import { randomUUID } from "node:crypto";
import type { Context, Hono } from "hono";
import { authenticate } from "../auth/authenticate";
import { throttled } from "../auth/throttle";
import type { DliSwitches } from "../switches";
import type { DliWorld } from "../world";
import { dress, type SuccessType } from "./dress";
import { badParameter, DliError, dliEnvelope, GatewayError, permissionDenied, type Text } from "./errors";
import { QueryReader } from "./query";

/** One admitted call, as a handler sees it. */
export interface DliCall {
  world: DliWorld;
  /** Epoch ms of the sandbox. */
  now: number;
  switches: DliSwitches;
  user: string;
  projectId: string;
  language: keyof Text;
  query: QueryReader;
  /** A path parameter. */
  param(name: string): string;
  /** The parsed body; anything but JSON is DLI.0001. */
  body(): Promise<unknown>;
  /** Throws DLI.0003 where the account may only read. */
  mayChange(resource: string, action: string): void;
}

/** Answers with the body to send: `is_success` as a boolean, known absent fields as `undefined` (see {@link dress}). */
export type Handler = (call: DliCall) => unknown;

/** Registers DLI's paths behind the gateway: what is not registered is 404 APIGW.0101 before anybody is asked who they are. */
export class Gateway {
  constructor(
    private readonly app: Hono,
    private readonly world: DliWorld,
  ) {
    app.notFound((c) => this.#refuse(c, "none", notFound()));
  }

  get(path: string, success: SuccessType, handler: Handler): void {
    this.app.get(path, (c) => this.#serve(c, path, success, handler));
  }

  post(path: string, success: SuccessType, handler: Handler): void {
    this.app.post(path, (c) => this.#serve(c, path, success, handler));
  }

  delete(path: string, success: SuccessType, handler: Handler): void {
    this.app.delete(path, (c) => this.#serve(c, path, success, handler));
  }

  async #serve(c: Context, api: string, success: SuccessType, handler: Handler): Promise<Response> {
    try {
      const body = await handler(await this.#admit(c, api));
      return this.#send(200, dress(body, success, this.world.switches));
    } catch (error) {
      if (error instanceof DliError || error instanceof GatewayError) return this.#refuse(c, success, error);
      throw error;
    }
  }

  async #admit(c: Context, api: string): Promise<DliCall> {
    const { world } = this;
    world.begin();
    const { switches } = world;
    failGateway(switches);
    world.throttle.count(`${c.req.method} ${api}`, switches);
    const url = new URL(c.req.url);
    const call = {
      method: c.req.method,
      path: url.pathname,
      query: url.search,
      headers: Object.fromEntries(c.req.raw.headers),
      body: new Uint8Array(await c.req.arrayBuffer()),
    };
    const now = world.clock.now();
    const clocks = { world: now, gateway: Date.now() + switches.gatewayClockSkewMs };
    const projectId = c.req.param("project") ?? "";
    const user = authenticate(call, projectId, {
      tokens: world.tokens,
      signatures: world.signatures,
      clocks,
      switches,
    });
    if (projectId !== world.projectId) throw strangeProject();
    if (c.req.method === "POST" && !/^application\/json\b/.test(call.headers["content-type"] ?? "")) {
      throw new GatewayError(415, "APIGW.0201", "unsupported media Type");
    }
    return {
      world,
      now,
      switches,
      user,
      projectId,
      language: languageOf(c, switches),
      query: new QueryReader(url.searchParams),
      param: (name) => c.req.param(name) ?? "",
      body: () =>
        c.req.json().catch(() => {
          throw badParameter("body");
        }),
      mayChange: (resource, action) => {
        if (switches.permission === "read-only") throw permissionDenied(resource, user, action);
      },
    };
  }

  #refuse(c: Context, success: SuccessType, error: DliError | GatewayError): Response {
    const { switches } = this.world;
    if (error instanceof GatewayError) {
      const body = { error_msg: error.message, error_code: error.code, request_id: randomUUID().replaceAll("-", "") };
      return this.#send(error.status, body, error.headers);
    }
    const envelope = dliEnvelope(error, languageOf(c, switches));
    if (switches.failures === "in-200" && success !== "none") {
      const body = { is_success: false, message: `${envelope.error_code}: ${envelope.error_msg}` };
      return this.#send(200, dress(body, success, switches));
    }
    return this.#send(error.status, envelope);
  }

  #send(status: number, body: unknown, headers: Record<string, string> = {}): Response {
    return new Response(JSON.stringify(body), {
      status,
      headers: { "content-type": "application/json;charset=utf-8", "x-request-id": randomUUID(), ...headers },
    });
  }
}

function languageOf(c: Context, switches: DliSwitches): keyof Text {
  const asked = c.req.header("x-language") ?? switches.languageWithoutHeader;
  return asked.toLowerCase() === "zh-cn" ? "zh" : "en";
}

function failGateway(switches: DliSwitches): void {
  switch (switches.gatewayFailure) {
    case "429":
      throw throttled(switches);
    case "500":
      throw new DliError("DLI.0999", { en: "Server-side error.", zh: "服务端错误。" }, 500);
    case "502":
      throw new GatewayError(502, "APIGW.0201", "Backend unavailable");
    case "503":
      throw new GatewayError(503, "APIGW.0104", "Plug-in error");
    case "504":
      throw new GatewayError(504, "APIGW.0201", "Backend timeout");
    default:
      return;
  }
}

const notFound = () =>
  new GatewayError(404, "APIGW.0101", "The API does not exist or has not been published in the environment");

const strangeProject = () =>
  new DliError("DLI.0016", {
    en: "The project of the path is not one of this account in this region.",
    zh: "路径中的项目不属于该账号或该区域。",
  });
