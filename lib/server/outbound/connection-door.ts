import { VendorError } from "@/lib/vendors/errors";
import type { VendorRequest, VendorResponse } from "@/lib/vendors/types";
import type { LogInCall } from "@/lib/server/outbound/auth/log-in-call";
import { makeCredentials } from "@/lib/server/outbound/auth/make-credentials";
import { CallBudget, RetryBudget } from "@/lib/server/outbound/call-budget";
import { ADDRESS_REFUSED, hostAllowed, readBaseUrl } from "@/lib/server/outbound/base-url";
import { checkCertificateAuthority } from "@/lib/server/outbound/certificate-authority";
import { Circuit, CircuitOpen } from "@/lib/server/outbound/circuit";
import { Abandoned, Deadline } from "@/lib/server/outbound/deadline";
import { DoorErrors } from "@/lib/server/outbound/door-errors";
import type { DoorOptions } from "@/lib/server/outbound/door-options";
import { clockNote } from "@/lib/server/outbound/clock-note";
import { Gate, inWords } from "@/lib/server/outbound/gate";
import { logInExchange } from "@/lib/server/outbound/log-in-exchange";
import type { OpenConnection, OutboundConnection } from "@/lib/server/outbound/open-connection";
import { ProvenCalls } from "@/lib/server/outbound/proven-calls";
import { retryAfterMs } from "@/lib/server/outbound/retry-after";
import { withRetries } from "@/lib/server/outbound/retries";
import { registerSecret, registerToken, SecretSet } from "@/lib/server/outbound/secrets";
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
  private readonly errors: DoorErrors;
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
    const { now, tick, timings } = options;
    this.badAuthority = connection.ca === null ? null : checkCertificateAuthority(connection.ca);
    this.base = readBaseUrl(connection.settings.baseUrl);
    this.errors = new DoorErrors(connection.vendor, typeof this.base === "string" ? connection.id : this.base.host);
    this.budget = new CallBudget(connection.budgetPerMinute, tick);
    this.gate = new Gate(this.budget, tick);
    this.circuit = new Circuit({
      failures: FAILURES_TO_OPEN,
      pausesMs: timings.circuitPausesMs,
      atOnce: AT_ONCE,
      tick,
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
        {
          vendor: connection.vendor,
          post: (call) => this.logIn(call),
          hide: (secret) => this.hide(secret),
          hideToken: (token) => this.hideToken(token),
          now,
          tick,
        },
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
        : await this.change(request, exchange, deadline);
      return toResponse(answer, {
        vendor: this.connection.vendor,
        operation: request.operation,
        secrets: this.secrets,
      });
    } catch (error) {
      throw this.errors.shown(error, request.operation);
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
    const left = Math.max(this.gate.leftMs(), this.circuit.leftMs() ?? 0);
    return left > 0 ? { until: this.options.now() + left } : null;
  }

  clearBackOff(): void {
    this.gate.clear();
    this.circuit.reset();
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
      mayRetry: () => this.circuit.leftMs() === null && this.budget.left() > 0 && this.retries.take(),
      pauseAsked: () => this.errors.refusal(this.gate.pauseAsked(), request.operation),
    });
  }

  /** Sent once. An operator's action goes out whatever the vendor asked of our reads. */
  private change(request: VendorRequest, exchange: Exchange, deadline: Deadline): Promise<Answer> {
    if (!request.action && this.gate.pauseLeftMs() > 0)
      throw this.errors.refusal(this.gate.pauseAsked(), request.operation);
    return this.attempt(request, exchange, deadline);
  }

  /** One try: through the gates, the queue and the circuit, with one renewal of the token where that is the cure. */
  private async attempt(request: VendorRequest, exchange: Exchange, deadline: Deadline): Promise<Answer> {
    const overBudget = request.action ? null : this.gate.overBudget();
    if (overBudget !== null) throw this.errors.refusal(overBudget, request.operation);
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
    if (typeof exchange === "string") throw this.errors.make(call.operation, "refused-address", exchange);
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
    if (this.badAuthority !== null) throw this.errors.make(request.operation, "tls", this.badAuthority);
    if (typeof this.base === "string") throw this.errors.make(request.operation, "refused-address", this.base);
    if (!hostAllowed(this.base, this.options.policy))
      throw this.errors.make(request.operation, "refused-address", ADDRESS_REFUSED);
    const exchange = toExchange(this.base, request);
    if (exchange === null) throw this.errors.make(request.operation, "refused-address", PATH_REFUSED);
    return exchange;
  }

  private notePause(answer: Answer): void {
    if (answer.status !== 429 && answer.status !== 503) return;
    const asked = retryAfterMs(answer.headers, this.options.now());
    if (asked !== null) this.gate.pause(asked);
  }

  private checkCredentials(operation: string): void {
    const refused = this.gate.refusedCredentials();
    if (refused !== null) throw this.errors.refusal(refused, operation);
  }

  private refuseCredentials(answer: Answer | null): void {
    const { now, timings, log } = this.options;
    this.gate.refuseCredentials(timings.refusedMs, answer === null ? "" : clockNote(answer, now()));
    log?.warn(this.names(), "the vendor refused the credentials of this connection");
  }

  private tellCircuit(open: boolean): void {
    const { log } = this.options;
    const failure = this.lastFailure?.message;
    if (open) log?.warn({ ...this.names(), failure }, "calls to this connection keep failing: pausing");
    else log?.info(this.names(), "this connection answers again");
  }

  private isOutage(error: unknown): error is VendorError {
    if (!(error instanceof VendorError) || error.cause instanceof Abandoned) return false;
    return error.reason === "unavailable" || error.reason === "timeout";
  }

  private circuitOpen(operation: string): VendorError {
    const left = this.circuit.leftMs() ?? 0;
    const last = this.lastFailure === null ? "" : ` The last failure: ${this.lastFailure.message}`;
    const message = `Not asked: the last calls to this vendor failed. The next try is in ${inWords(left)}.${last}`;
    return this.errors.refusal({ reason: "unavailable", message, retryAfterMs: left }, operation);
  }

  private names(): { connection: string; vendor: string } {
    return { connection: this.connection.id, vendor: this.connection.vendor };
  }

  private hideToken(token: string): void {
    this.secrets.addToken(token);
    registerToken(token);
  }

  private hide(secret: string): void {
    this.secrets.add(secret);
    registerSecret(secret);
  }
}
