import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { createGzip } from "node:zlib";
import type { Fault } from "./faults";

/** Does to one request what the fault says; `proceed` lets the vendor answer after all. */
export async function commit(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  proceed: () => void,
): Promise<void> {
  switch (fault.kind) {
    case "delay":
      await sleep(fault.ms);
      return proceed();
    case "hang":
      request.resume();
      return;
    case "reset":
      if (fault.afterBytes === 0) return void request.socket.destroy();
      response.writeHead(200, { "content-type": "application/json", "content-length": String(fault.afterBytes * 2) });
      response.write("{".padEnd(fault.afterBytes, " "), () => request.socket.destroy());
      return;
    case "status":
      response.writeHead(fault.status, { "content-type": fault.contentType, ...fault.headers });
      return void response.end(fault.body);
    case "html":
      response.writeHead(fault.status, { "content-type": "text/html; charset=utf-8" });
      return void response.end("<!doctype html><title>Log in</title><form method=post>Log in to continue</form>");
    case "truncate":
      return rewrite(response, proceed, (body) => body.subarray(0, Math.floor(body.length * fault.keep)));
    case "replace":
      return rewrite(response, proceed, (body) => Buffer.from(body.toString().replaceAll(fault.from, fault.to)));
    case "drip":
      return drip(response, fault.everyMs);
    case "gzip-bomb":
      return bomb(response, fault.megabytes, true);
    case "huge":
      return bomb(response, fault.megabytes, false);
    case "deep":
      response.writeHead(200, { "content-type": "application/json" });
      return void response.end("[".repeat(fault.levels) + "]".repeat(fault.levels));
    case "redirect":
      response.writeHead(fault.status, { location: fault.to });
      return void response.end();
    case "echo-credential":
      response.writeHead(fault.status, { "content-type": "application/json" });
      return void response.end(
        JSON.stringify({
          errorMessage: `refused: ${request.headers.authorization ?? request.headers["x-auth-token"] ?? ""}`,
        }),
      );
  }
}

/** Lets the vendor answer, and changes the body on its way out; its length is told anew. */
function rewrite(response: ServerResponse, proceed: () => void, change: (body: Buffer) => Buffer): void {
  const chunks: Buffer[] = [];
  const end = response.end.bind(response);
  const writeHead = response.writeHead.bind(response);
  let head: { status: number; headers: Record<string, string> } | null = null;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const given = Object.entries((rest.at(-1) ?? {}) as Record<string, string>);
    head = { status, headers: Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), value])) };
    return response;
  }) as typeof response.writeHead;
  response.write = ((chunk: Uint8Array | string) => {
    chunks.push(Buffer.from(chunk as Uint8Array));
    return true;
  }) as typeof response.write;
  response.flushHeaders = () => {};
  response.end = ((chunk?: unknown) => {
    if (chunk !== undefined && typeof chunk !== "function") chunks.push(Buffer.from(chunk as Uint8Array));
    const body = change(Buffer.concat(chunks));
    const status = head?.status ?? 200;
    const length = status === 204 || status === 304 ? {} : { "content-length": String(body.length) };
    writeHead(status, { ...head?.headers, ...length });
    return end(body);
  }) as typeof response.end;
  proceed();
}

async function drip(response: ServerResponse, everyMs: number): Promise<void> {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"drip":"');
  while (!response.destroyed && !response.closed) {
    response.write(".");
    await sleep(everyMs);
  }
}

async function bomb(response: ServerResponse, megabytes: number, gzip: boolean): Promise<void> {
  const chunk = Buffer.alloc(1024 * 1024, 0x20);
  const chunks = Readable.from(Array.from({ length: megabytes }, () => chunk));
  response.writeHead(200, { "content-type": "application/json", ...(gzip ? { "content-encoding": "gzip" } : {}) });
  await (gzip ? pipeline(chunks, createGzip(), response) : pipeline(chunks, response));
}
