import { VendorError } from "@/lib/vendors/errors";
import type { CallFacts } from "@/lib/server/outbound/call-facts";
import type { Deadline } from "@/lib/server/outbound/deadline";
import { failureWords } from "@/lib/server/outbound/failures";
import type { Answer, Exchange, Transport } from "@/lib/server/outbound/transport";

/** Sends one request and says in words why there is no answer. */
export class Wire {
  constructor(
    private readonly transport: Transport,
    private readonly connection: { id: string; vendor: string },
    private readonly onCall: ((facts: CallFacts) => void) | undefined,
  ) {}

  /** @throws VendorError where there is no answer, or only a redirect. */
  async send(exchange: Exchange, operation: string, deadline: Deadline): Promise<Answer> {
    const startedAt = performance.now();
    const { id, vendor } = this.connection;
    const report = (status: number | null, reason: CallFacts["reason"]) =>
      this.onCall?.({ connection: id, vendor, operation, status, reason, ms: performance.now() - startedAt });
    try {
      const answer = await this.transport.send(exchange, deadline);
      if (isRedirect(answer.status)) throw redirected(answer, exchange, vendor, operation);
      report(answer.status, null);
      return answer;
    } catch (thrown) {
      // An aborted socket complains in many ways; why it was aborted is what counts.
      const error: unknown = deadline.signal.aborted ? deadline.signal.reason : thrown;
      const failure =
        error instanceof VendorError
          ? error
          : new VendorError({ vendor, operation, ...failureWords(error, exchange.target.host), cause: error });
      report(failure.httpStatus ?? null, failure.reason);
      throw failure;
    }
  }
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** Never followed: a credential would go along. The target is named without its path and query, which may hold anything. */
function redirected(answer: Answer, exchange: Exchange, vendor: string, operation: string): VendorError {
  const location = answer.headers["location"] ?? "";
  const host = URL.canParse(location, exchange.target.origin) ? new URL(location, exchange.target.origin).host : "";
  const message =
    `${exchange.target.host} redirects to ${host === "" ? "another place" : host} (HTTP ${answer.status}), ` +
    "which is not followed: probably a log-in page or the wrong address.";
  return new VendorError({ vendor, operation, reason: "redirected", message, httpStatus: answer.status });
}
