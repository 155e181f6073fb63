import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { processGlobal } from "@/lib/server/process-global";
import { mendPath } from "@/lib/server/routes/mend-path";

/** Carries the socket's own address; whatever a client sends under this name is overwritten. */
const PEER = "x-jobwatch-peer";

/**
 * Before Next sees a request: its socket's address is noted in a header of its own, since Next passes on only what a
 * client may have made up, and its path is made readable.
 */
export function prepareRequests(): void {
  processGlobal("peer-address", () => {
    subscribe("http.server.request.start", (message) => {
      const { request } = message as { request: IncomingMessage };
      request.headers[PEER] = request.socket.remoteAddress ?? "unknown";
      if (request.url !== undefined) request.url = mendPath(request.url);
    });
    return true;
  });
}

/**
 * The address to count failed log-ins by. With `PUBLIC_URL` a peer on loopback or a private network is the proxy in
 * front, and the last hop that it noted counts; anything else a client could write itself.
 */
export function clientAddress(headers: Headers, publicUrl: string | null): string {
  const peer = headers.get(PEER) ?? "unknown";
  if (publicUrl === null || !isNearby(peer)) return peer;
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || peer;
}

function isNearby(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  return range === "loopback" || range === "private" || range === "uniqueLocal";
}
