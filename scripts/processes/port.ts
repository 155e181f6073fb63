import { createServer } from "node:net";

/** Whether a server could listen there now. */
export async function isFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return (await whyNotListen(port, host)) === null;
}

/** Why a server cannot listen there, as one sentence with what to do; null where it can. */
export async function whyNotListen(port: number, host: string): Promise<string | null> {
  const code = await new Promise<string | null>((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    // An IPv6 address may stand in brackets, as in an address.
    server.listen(port, host.replace(/^\[|\]$/g, ""), () => server.close(() => resolve(null)));
  });
  if (code === null) return null;
  if (code === "EADDRINUSE") {
    return `PORT: ${port} is taken on ${host}: end the program that listens on it, or choose another port.`;
  }
  if (code === "EACCES") return `PORT: ${port} needs more rights than this user has: choose one above 1023.`;
  return `HOSTNAME: ${host} is no address of this machine to listen on (${code}).`;
}

/** A port of the loopback that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
