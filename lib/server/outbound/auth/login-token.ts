import { VendorError } from "@/lib/vendors/errors";
import type { Deadline } from "@/lib/server/outbound/deadline";

export interface IssuedToken {
  token: string;
  /** null where the vendor did not say. */
  lifeMs: number | null;
}

/** A token that ends this soon is renewed before it is used again. */
const EARLY_MS = 5 * 60_000;
/** While the old token still holds, a renewal that found nobody is tried again after this. */
const RENEW_AGAIN_MS = 30_000;

/** A token by log-in: one log-in at a time, however many calls wait for it, and independent of each one's deadline. */
export class LoginToken {
  private current: { token: string; renewAt: number; endsAt: number } | null = null;
  private pending: Promise<string> | null = null;

  /** @param tick ms of a clock that never steps. */
  constructor(
    private readonly logIn: () => Promise<IssuedToken>,
    private readonly tick: () => number,
  ) {}

  get(deadline: Deadline): Promise<string> {
    if (this.current !== null && this.tick() < this.current.renewAt) return Promise.resolve(this.current.token);
    this.pending ??= this.fetch().finally(() => {
      this.pending = null;
    });
    return deadline.race(this.pending);
  }

  /** A token other than `refused`: the one that another call fetched meanwhile, or a new one. */
  replace(refused: string, deadline: Deadline): Promise<string> {
    if (this.current?.token === refused) this.current = null;
    return this.get(deadline);
  }

  private async fetch(): Promise<string> {
    const askedAt = this.tick();
    try {
      const { token, lifeMs } = await this.logIn();
      const life = lifeMs ?? Infinity;
      // Five minutes before the end, or after nine tenths of a short life.
      const renewAt = askedAt + Math.max(life - EARLY_MS, life * 0.9);
      this.current = { token, renewAt, endsAt: askedAt + life };
      return token;
    } catch (error) {
      const refused = error instanceof VendorError && error.reason === "unauthorized";
      if (refused || this.current === null || this.tick() >= this.current.endsAt) throw error;
      this.current.renewAt = this.tick() + RENEW_AGAIN_MS;
      return this.current.token;
    }
  }
}
