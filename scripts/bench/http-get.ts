import { Agent, request } from "node:http";

export interface Answer {
  status: number;
  body: Buffer;
  etag: string | undefined;
  /** From the question to the last byte. */
  ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/**
 * A GET over a connection that is kept, with as little of our own around it as Node allows. Asked again where the server
 * had just given up the connection, as browsers do.
 */
export async function httpGet(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const outcome = await ask(url, headers);
  return outcome === "given up" ? mustAnswer(await ask(url, headers), url) : outcome;
}

function mustAnswer(outcome: Answer | "given up", url: string): Answer {
  if (outcome === "given up") throw new Error(`${url} closed the connection`);
  return outcome;
}

function ask(url: string, headers: Record<string, string>): Promise<Answer | "given up"> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const asked = request(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks),
          etag: response.headers.etag,
          ms: performance.now() - started,
        }),
      );
    });
    asked.setTimeout(30_000, () => asked.destroy(new Error(`${url} did not answer within 30 s`)));
    asked.on("error", (error: NodeJS.ErrnoException) => {
      if (asked.reusedSocket && error.code === "ECONNRESET") resolve("given up");
      else reject(error);
    });
    asked.end();
  });
}

/** The same, for an answer that must be of this status. @throws Error naming the one it was */
export async function mustGet(url: string, status: number, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await httpGet(url, headers);
  if (answer.status === status) return answer;
  throw new Error(`${url} answered ${answer.status} instead of ${status}: ${answer.body.toString().slice(0, 300)}`);
}

/** Ends the kept connections. */
export function closeKept(): void {
  agent.destroy();
}
