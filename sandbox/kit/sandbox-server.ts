import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { commit } from "./commit-fault";
import { Fault, FaultList } from "./faults";
import type { WorldClock } from "./world-clock";

/** A switch of one vendor's oddities: the settings a test may turn while the sandbox runs. */
export type Switches = Record<string, unknown>;

export interface SandboxParts<S extends Switches> {
  name: string;
  clock: WorldClock;
  /** The vendor's API: sees every request but the control door's. */
  app: Hono;
  switches: S;
  /** Seeds the world again; called by `POST /__sandbox/reset`. */
  reset(): void;
  /** Extra doors under `/__sandbox/`, e.g. to create one job in one situation. */
  control?: Hono;
}

/** One request that reached the vendor's API, `at` in the wall clock's epoch milliseconds. `status` is null until answered. */
export interface Call {
  at: number;
  method: string;
  path: string;
  status: number | null;
  headers: Record<string, string>;
  body: string;
}

/** A sandbox that listens on the loopback. */
export interface RunningSandbox {
  origin: string;
  port: number;
  close(): Promise<void>;
}

/**
 * Serves a vendor's sandbox with its control door:
 * `GET|POST /__sandbox/clock` {now, speed} / {speed?, stepMs?},
 * `GET|POST|DELETE /__sandbox/fault` (a {@link Fault}, or `{switch, value}` for one of the vendor's own switches),
 * `GET|DELETE /__sandbox/calls` and `POST /__sandbox/reset`.
 */
export function createSandbox<S extends Switches>(parts: SandboxParts<S>): Server {
  const faults = new FaultList();
  const calls: Call[] = [];
  const initial = structuredClone(parts.switches);
  const door = controlDoor(parts, faults, calls, initial);
  const control = getRequestListener(door.fetch);
  const vendor = getRequestListener(parts.app.fetch);

  // Life-size IAM tokens are larger than Node's 16 KiB default.
  const server = createServer({ maxHeaderSize: 128 * 1024 }, (request, response) => {
    const path = request.url ?? "/";
    if (path.startsWith("/__sandbox/")) return void control(request, response);
    record(calls, request, response);
    const fault = faults.take(request.method ?? "GET", path);
    if (!fault) return void vendor(request, response);
    // A fault may outlive its client; what it then throws must not end the sandbox.
    commit(fault, request, response, () => vendor(request, response)).catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = 60_000;
  return server;
}

/** Listens on the loopback. Port 0 takes a free one. Rejects with the system's error, e.g. EADDRINUSE. */
export function listen(server: Server, port: number): Promise<RunningSandbox> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      const bound = typeof address === "object" && address ? address.port : port;
      resolve({
        origin: `http://127.0.0.1:${bound}`,
        port: bound,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** Writes the call down; the body is read over the vendor's shoulder, its first 64 KiB. */
function record(calls: Call[], request: IncomingMessage, response: ServerResponse): void {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const call: Call = {
    at: Date.now(),
    method: request.method ?? "GET",
    path: request.url ?? "/",
    status: null,
    headers,
    body: "",
  };
  calls.push(call);
  if (calls.length > 20_000) calls.splice(0, 10_000);
  const push = request.push.bind(request);
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (Buffer.isBuffer(chunk) && call.body.length < 65_536) call.body += chunk.toString();
    return push(chunk, encoding);
  };
  response.on("finish", () => (call.status = response.statusCode));
}

function controlDoor<S extends Switches>(parts: SandboxParts<S>, faults: FaultList, calls: Call[], initial: S): Hono {
  const door = new Hono().basePath("/__sandbox");
  const time = () => ({ now: parts.clock.now(), speed: parts.clock.speed });
  door.get("/clock", (c) => c.json(time()));
  door.post("/clock", async (c) => {
    const { speed, stepMs } = await c.req.json<{ speed?: number; stepMs?: number }>();
    if (speed !== undefined) parts.clock.setSpeed(speed);
    if (stepMs !== undefined) parts.clock.step(stepMs);
    return c.json(time());
  });
  const state = () => ({ faults: faults.list(), switches: parts.switches });
  door.get("/fault", (c) => c.json(state()));
  door.post("/fault", async (c) => {
    const body = await c.req.json<{ switch?: string; value?: unknown }>();
    if (body.switch !== undefined) {
      if (!(body.switch in parts.switches)) {
        return c.json({ error: `no switch ${body.switch}; there are ${Object.keys(parts.switches).join(", ")}` }, 400);
      }
      Object.assign(parts.switches, { [body.switch]: body.value });
      return c.json(state());
    }
    const fault = Fault.safeParse(body);
    if (!fault.success) return c.json({ error: fault.error.message }, 400);
    return c.json({ id: faults.arm(fault.data), ...state() });
  });
  door.delete("/fault", (c) => {
    const id = c.req.query("id");
    faults.clear(id === undefined ? undefined : Number(id));
    if (id === undefined) Object.assign(parts.switches, structuredClone(initial));
    return c.json(state());
  });
  door.get("/calls", (c) => {
    const pattern = c.req.query("path");
    const items = pattern ? calls.filter((call) => new RegExp(pattern).test(call.path)) : calls;
    return c.json({ count: items.length, items: items.slice(-500) });
  });
  door.delete("/calls", (c) => {
    calls.length = 0;
    return c.json({ count: 0 });
  });
  door.post("/reset", (c) => {
    faults.clear();
    Object.assign(parts.switches, structuredClone(initial));
    calls.length = 0;
    parts.reset();
    return c.json(time());
  });
  if (parts.control) door.route("/", parts.control);
  door.all("*", (c) => c.json({ error: "no such door" }, 404));
  return door;
}
