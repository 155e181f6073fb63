import { rootCertificates } from "node:tls";
import { Agent, type Dispatcher } from "undici";
import type { AddressPolicy } from "@/lib/server/outbound/address-rules";
import { decodeBody } from "@/lib/server/outbound/decode-body";
import type { Deadline } from "@/lib/server/outbound/deadline";
import { guardedLookup, type ResolveName } from "@/lib/server/outbound/guarded-lookup";
import { pathAndQuery, type Target } from "@/lib/server/outbound/target";

/** One HTTP request, ready to be sent. */
export interface Exchange {
  method: Dispatcher.HttpMethod;
  target: Target;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string | null;
  /** On a socket of its own: one that was kept open may close under a call that must not be sent twice. */
  fresh: boolean;
}

/** What came back, decoded. */
export interface Answer {
  status: number;
  /** Lower-case names; without cookies, which would mix two identities. */
  headers: Record<string, string>;
  text: string;
}

export interface TransportOptions {
  resolve: ResolveName;
  policy: AddressPolicy;
  ca: string | null;
  connectTimeoutMs: number;
  /** Sockets per origin, for reads and for the rest alike. */
  sockets: number;
  bodyCap: number;
}

/** A token in a header of Huawei Cloud alone has several KB. */
const HEADER_CAP = 64 * 1024;

/** The sockets of one connection. Addresses in the URL itself must have been judged before. */
export class Transport {
  private readonly kept: Agent;
  private readonly fresh: Agent;

  constructor(private readonly options: TransportOptions) {
    const shared = {
      connections: options.sockets,
      maxHeaderSize: HEADER_CAP,
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: {
        timeout: options.connectTimeoutMs,
        lookup: guardedLookup(options.resolve, options.policy),
        // Explicit, so that no environment variable can switch it off.
        rejectUnauthorized: true,
        ...(options.ca === null ? {} : { ca: [...rootCertificates, options.ca] }),
      },
    };
    this.kept = new Agent({ ...shared, pipelining: 1 });
    this.fresh = new Agent({ ...shared, pipelining: 0 });
  }

  /** @throws whatever the socket, the deadline or the decoder says; never for a status. */
  async send(exchange: Exchange, deadline: Deadline): Promise<Answer> {
    deadline.check();
    const { statusCode, headers, body } = await (exchange.fresh ? this.fresh : this.kept).request({
      origin: exchange.target.origin,
      path: pathAndQuery(exchange.target),
      method: exchange.method,
      headers: { "user-agent": "jobwatch", "accept-encoding": "gzip, deflate, br", ...exchange.headers },
      body: exchange.body,
      signal: deadline.signal,
    });
    const answered = flat(headers);
    try {
      if (statusCode >= 300 && statusCode < 400) return { status: statusCode, headers: answered, text: "" };
      const bytes = await deadline.race(decodeBody(body, answered["content-encoding"] ?? "", this.options.bodyCap));
      return { status: statusCode, headers: answered, text: decodeText(bytes, answered["content-type"] ?? "") };
    } finally {
      // What is left unread closes the socket; its complaint about that is no news.
      if (!body.readableEnded) body.on("error", () => undefined).destroy();
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.kept.destroy(), this.fresh.destroy()]);
  }
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || name.toLowerCase() === "set-cookie" ? [] : [[name.toLowerCase(), String(value)] as const],
  );
  return Object.fromEntries(entries);
}

function decodeText(bytes: Buffer, contentType: string): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
