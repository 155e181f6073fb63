import type { VendorErrorReason } from "@/lib/vendors/errors";
import type { CallBudget } from "@/lib/server/outbound/call-budget";

/** Why a call is not made now. */
export interface Refusal {
  reason: VendorErrorReason;
  message: string;
  retryAfterMs: number;
}

/** What keeps a connection from asking: a pause that the vendor asked for, refused credentials, its own budget. */
export class Gate {
  private pausedUntil = 0;
  private refusedUntil = 0;
  private refusedNote = "";

  constructor(
    private readonly budget: CallBudget,
    private readonly tick: () => number,
  ) {}

  pause(ms: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, this.tick() + ms);
  }

  pauseLeftMs(): number {
    return Math.max(0, this.pausedUntil - this.tick());
  }

  /** @param note what an operator should know about it, e.g. a clock that differs; may be empty. */
  refuseCredentials(ms: number, note: string): void {
    this.refusedUntil = this.tick() + ms;
    this.refusedNote = note;
  }

  clear(): void {
    this.pausedUntil = 0;
    this.refusedUntil = 0;
  }

  /** How long nothing is asked, in ms. */
  leftMs(): number {
    return Math.max(0, Math.max(this.pausedUntil, this.refusedUntil) - this.tick());
  }

  refusedCredentials(): Refusal | null {
    const left = this.refusedUntil - this.tick();
    if (left <= 0) return null;
    const message =
      `The vendor refused the credentials${this.refusedNote}. Not tried again for ${inWords(left)}, ` +
      "so that the account is not locked.";
    return { reason: "unauthorized", message, retryAfterMs: left };
  }

  pauseAsked(): Refusal {
    const left = this.pauseLeftMs();
    const message = `The vendor asks us to wait ${inWords(left)} before the next call.`;
    return { reason: "rate-limited", message, retryAfterMs: Math.ceil(left) };
  }

  overBudget(): Refusal | null {
    const left = this.budget.freeInMs();
    if (left === 0) return null;
    const message = `This connection's budget of calls is spent: the next one is free in ${inWords(left)}.`;
    return { reason: "rate-limited", message, retryAfterMs: left };
  }
}

/** A pause as an operator reads it. */
export function inWords(ms: number): string {
  return ms < 90_000 ? `${Math.max(1, Math.ceil(ms / 1000))} s` : `${Math.round(ms / 60_000)} min`;
}
