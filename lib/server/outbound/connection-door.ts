import { VendorError, type VendorErrorReason } from "@/lib/vendors/errors";
import type { VendorRequest, VendorResponse } from "@/lib/vendors/types";
import type { LogInCall } from "@/lib/server/outbound/auth/log-in-call";
import { makeCredentials } from "@/lib/server/outbound/auth/make-credentials";
import { CallBudget, RetryBudget } from "@/lib/server/outbound/call-budget";
import { ADDRESS_REFUSED, hostAllowed, readBaseUrl } from "@/lib/server/outbound/base-url";
import { checkCertificateAuthority } from "@/lib/server/outbound/certificate-authority";
import { Circuit, CircuitOpen } from "@/lib/server/outbound/circuit";
import { Abandoned, Deadline } from "@/lib/server/outbound/deadline";
import type { DoorOptions } from "@/lib/server/outbound/door-options";
import { failureWords } from "@/lib/server/outbound/failures";
import { clockNote } from "@/lib/server/outbound/clock-note";
import { Gate, inWords, type Refusal } from "@/lib/server/outbound/gate";
import { logInExchange } from "@/lib/server/outbound/log-in-exchange";
import type { OpenConnection, OutboundConnection } from "@/lib/server/outbound/outbound";
import { ProvenCalls } from "@/lib/server/outbound/proven-calls";
import { retryAfterMs } from "@/lib/server/outbound/retry-after";
import { withRetries } from "@/lib/server/outbound/retries";
import { redact, registerSecret, SecretSet } from "@/lib/server/outbound/secrets";
import { isRead, toExchange } from "@/lib/server/outbound/to-exchange";
import { toResponse } from "@/lib/server/outbound/to-response";
import { Transport, type Answer, type Exchange } from "@/lib/server/outbound/transport";
import { Wire } from "@/lib/server/outbound/wire";

/** Calls of one connection at once, and its sockets per origin. */
const AT_ONCE = 4;
const FAILURES_TO_OPEN = 5;
const PATH_REFUSED = "The path of this call would leave the connection's address.";

/** One connection's way out: address, credentials, budget, pauses, retries, circuit. */
export class ConnectionDoor implements OpenConnection {
  private readonly badAuthority: string | null;
  private readonly base: URL | string;
  private readonly secrets = new SecretSet();
  private readonly budget: CallBudget;
  private readonly retries = new RetryBudget();
  private readonly gate: Gate;
  private readonly circuit: Circuit;
  private readonly transport: Transport;
  private readonly wire: Wire;
  private readonly calls: ProvenCalls;
  private readonly closing = new AbortController();
  private lastFailure: VendorError | null = null;

  constructor(
    private readonly connection: OutboundConnection,
    private readonly options: DoorOptions,
  ) {
    const { now, timings } = options;
    this.badAuthority = connection.ca === null ? null : checkCertificateAuthority(connection.ca);
    this.base = readBaseUrl(connection.settings.baseUrl);
    this.budget = new CallBudget(connection.budgetPerMinute, now);
    this.gate = new Gate(this.budget, now);
    this.circuit = new Circuit({
      failures: FAILURES_TO_OPEN,
      pausesMs: timings.circuitPausesMs,
      atOnce: AT_ONCE,
      now,
      isFailure: (error) => this.isOutage(error),
      onChange: (open) => this.tellCircuit(open),
    });
    this.transport = new Transport({
      resolve: options.resolve,
      policy: options.policy,
      ca: this.badAuthority === null ? connection.ca : null,
      connectTimeoutMs: timings.connectMs,
      sockets: AT_ONCE,
      bodyCap: options.bodyCap,
    });
    this.wire = new Wire(this.transport, connection, options.onCall);
    const { projectId } = connection.settings;
    this.calls = new ProvenCalls({
      credentials: makeCredentials(
        { ...connection.auth, projectId: typeof projectId === "string" && projectId !== "" ? projectId : null },
        { vendor: connection.vendor, post: (call) => this.logIn(call), hide: (secret) => this.hide(secret), now },
      ),
      send: (exchange, operation, deadline) => this.send(exchange, operation, deadline),
      check: (operation) => this.checkCredentials(operation),
      onRefused: (answer) => this.refuseCredentials(answer),
      onResend: () => this.budget.spend(),
    });
  }

  async request(request: VendorRequest, signal?: AbortSignal): Promise<VendorResponse> {
    const deadline = new Deadline(request.deadlineMs ?? this.options.timings.deadlineMs, [signal, this.closing.signal]);
    try {
      const exchange = this.toExchange(request);
      const answer = isRead(request)
        ? await this.read(request, exchange, deadline)
        : await this.attempt(request, exchange, deadline);
      return toResponse(answer, { ...this.origin(request.operation), secrets: this.secrets });
    } catch (error) {
      throw this.toVendorError(error, request.operation);
    } finally {
      deadline.stop();
    }
  }

  callsLeft(): number {
    return this.budget.left();
  }

  callsSpent(): number {
    return this.budget.spent();
  }

  backOff(): { until: number } | null {
    const until = Math.max(this.gate.until(), this.circuit.until() ?? 0);
    return until > this.options.now() ? { until } : null;
  }

  clearBackOff(): void {
    this.gate.clear();
  }

  close(): void {
    void this.shut();
  }

  async shut(): Promise<void> {
    this.options.onClose();
    this.closing.abort();
    await this.transport.close();
  }

  private read(request: VendorRequest, exchange: Exchange, deadline: Deadline): Promise<Answer> {
    this.retries.earn();
    return withRetries({
      attempt: () => this.attempt(request, exchange, deadline),
      deadline,
      timings: this.options.timings,
      pauseLeftMs: () => this.gate.pauseLeftMs(),
      mayRetry: () => this.circuit.until() === null && this.budget.left() > 0 && this.retries.take(),
      pauseAsked: () => this.refusal(this.gate.pauseAsked(), request.operation),
    });
  }

  /** One try: through the gates, the queue and the circuit, with one renewal of the token where that is the cure. */
  private async attempt(request: VendorRequest, exchange: Exchange, deadline: Deadline): Promise<Answer> {
    const overBudget = request.action ? null : this.gate.overBudget();
    if (overBudget !== null) throw this.refusal(overBudget, request.operation);
    this.checkCredentials(request.operation);
    this.budget.spend();
    let started = false;
    const call = async () => {
      deadline.check();
      started = true;
      return this.calls.call(exchange, request.operation, deadline);
    };
    try {
      const answer = await deadline.race(request.action ? this.circuit.runAction(call) : this.circuit.run(call));
      this.notePause(answer);
      return answer;
    } catch (error) {
      if (!started) this.budget.refund();
      throw error instanceof CircuitOpen ? this.circuitOpen(request.operation) : error;
    }
  }

  private async logIn(call: LogInCall): Promise<Answer> {
    const exchange = logInExchange(call, this.connection.settings.baseUrl, this.options.policy);
    if (typeof exchange === "string") throw this.fail(call.operation, "refused-address", exchange);
    const deadline = new Deadline(this.options.timings.deadlineMs, [this.closing.signal]);
    this.budget.spend();
    try {
      return await this.send(exchange, call.operation, deadline);
    } finally {
      deadline.stop();
    }
  }

  private async send(exchange: Exchange, operation: string, deadline: Deadline): Promise<Answer> {
    try {
      return await this.wire.send(exchange, operation, deadline);
    } catch (error) {
      if (this.isOutage(error)) this.lastFailure = error;
      throw error;
    }
  }

  private toExchange(request: VendorRequest): Exchange {
    if (this.badAuthority !== null) throw this.fail(request.operation, "tls", this.badAuthority);
    if (typeof this.base === "string") throw this.fail(request.operation, "refused-address", this.base);
    if (!hostAllowed(this.base, this.options.policy))
      throw this.fail(request.operation, "refused-address", ADDRESS_REFUSED);
    const exchange = toExchange(this.base, request);
    if (exchange === null) throw this.fail(request.operation, "refused-address", PATH_REFUSED);
    return exchange;
  }

  private notePause(answer: Answer): void {
    if (answer.status !== 429 && answer.status !== 503) return;
    const asked = retryAfterMs(answer.headers, this.options.now());
    if (asked !== null) this.gate.pause(asked);
  }

  private checkCredentials(operation: string): void {
    const refused = this.gate.refusedCredentials();
    if (refused !== null) throw this.refusal(refused, operation);
  }

  private refuseCredentials(answer: Answer | null): void {
    const { now, timings, log } = this.options;
    this.gate.refuseCredentials(timings.refusedMs, answer === null ? "" : clockNote(answer, now()));
    log?.warn(this.origin("credentials"), "the vendor refused the credentials of this connection");
  }

  private tellCircuit(open: boolean): void {
    const fields = { ...this.origin("circuit"), error: this.lastFailure?.message };
    if (open) this.options.log?.warn(fields, "calls to this connection keep failing: pausing");
    else this.options.log?.info(this.origin("circuit"), "this connection answers again");
  }

  private isOutage(error: unknown): error is VendorError {
    if (!(error instanceof VendorError) || error.cause instanceof Abandoned) return false;
    return error.reason === "unavailable" || error.reason === "timeout";
  }

  private circuitOpen(operation: string): VendorError {
    const left = Math.max(0, (this.circuit.until() ?? 0) - this.options.now());
    const last = this.lastFailure === null ? "" : ` The last failure: ${this.lastFailure.message}`;
    const message = `Not asked: the last calls to this vendor failed. The next try is in ${inWords(left)}.${last}`;
    return this.refusal({ reason: "unavailable", message, retryAfterMs: left }, operation);
  }

  private refusal({ reason, message, retryAfterMs: wait }: Refusal, operation: string): VendorError {
    return new VendorError({ ...this.origin(operation), reason, message, retryAfterMs: wait });
  }

  private fail(operation: string, reason: VendorErrorReason, message: string): VendorError {
    return new VendorError({ ...this.origin(operation), reason, message });
  }

  /** The error as it may be shown and stored: in words, without secrets that a vendor may have echoed. */
  private toVendorError(error: unknown, operation: string): VendorError {
    if (!(error instanceof VendorError)) {
      const host = typeof this.base === "string" ? this.connection.id : this.base.host;
      const facts = { ...this.origin(operation), ...failureWords(error, host), cause: error };
      return new VendorError({ ...facts, message: redact(facts.message) });
    }
    const { reason, httpStatus, vendorCode, retryAfterMs: wait, cause } = error;
    const facts = { ...this.origin(error.operation), reason, httpStatus, vendorCode, retryAfterMs: wait, cause };
    return new VendorError({ ...facts, message: redact(error.message) });
  }

  private origin(operation: string): { vendor: string; connection: string; operation: string } {
    return { vendor: this.connection.vendor, connection: this.connection.id, operation };
  }

  private hide(secret: string): void {
    this.secrets.add(secret);
    registerSecret(secret);
  }
}
