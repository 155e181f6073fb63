import { VendorError } from "@/lib/vendors/errors";
import type { Credentials, Proof } from "@/lib/server/outbound/auth/credentials";
import type { Deadline } from "@/lib/server/outbound/deadline";
import type { Answer, Exchange } from "@/lib/server/outbound/transport";

export interface ProvenCallsOptions {
  credentials: Credentials;
  send: (exchange: Exchange, operation: string, deadline: Deadline) => Promise<Answer>;
  /** @throws VendorError while the credentials count as refused. */
  check: (operation: string) => void;
  /** A 401 that no renewal cures, or a refused log-in (null). */
  onRefused: (answer: Answer | null) => void;
  /** A call goes out a second time, with a renewed token. */
  onResend: () => void;
}

/**
 * Attaches the credentials. Until they have once been accepted calls go one by one, so that a wrong secret costs the
 * account one failed try and not as many as are waiting.
 */
export class ProvenCalls {
  private accepted = false;
  private trial: Promise<void> | null = null;

  constructor(private readonly options: ProvenCallsOptions) {}

  async call(exchange: Exchange, operation: string, deadline: Deadline): Promise<Answer> {
    while (!this.accepted && this.trial !== null) await deadline.race(this.trial);
    this.options.check(operation);
    const sending = this.send(exchange, operation, deadline);
    if (!this.accepted) {
      const ended = () => {
        this.trial = null;
      };
      this.trial = sending.then(ended, ended);
    }
    return sending;
  }

  private async send(exchange: Exchange, operation: string, deadline: Deadline): Promise<Answer> {
    const { credentials, send, onRefused, onResend } = this.options;
    const proof = await this.proving(() => credentials.prove(exchange, deadline));
    let answer = await send(withProof(exchange, proof), operation, deadline);
    if (answer.status === 401 && (await this.proving(() => credentials.renew(answer, proof, deadline)))) {
      onResend();
      const renewed = await this.proving(() => credentials.prove(exchange, deadline));
      answer = await send(withProof(exchange, renewed), operation, deadline);
    }
    if (answer.status === 401) {
      this.accepted = false;
      onRefused(answer);
    } else if (answer.status < 500 && answer.status !== 429) {
      this.accepted = true;
    }
    return answer;
  }

  private async proving<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof VendorError && error.reason === "unauthorized") {
        this.accepted = false;
        this.options.onRefused(null);
      }
      throw error;
    }
  }
}

function withProof(exchange: Exchange, proof: Proof): Exchange {
  return { ...exchange, headers: { ...exchange.headers, ...proof.headers } };
}
