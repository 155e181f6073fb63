import type { Deadline } from "@/lib/server/outbound/deadline";

export interface IssuedToken {
  token: string;
  /** Epoch ms by our clock; null where the vendor did not say. */
  expiresAt: number | null;
}

/** A token that expires this soon is renewed before it is used again. */
const EARLY_MS = 5 * 60_000;

/** A token by log-in: one log-in at a time, however many calls wait for it, and independent of each one's deadline. */
export class LoginToken {
  private current: (IssuedToken & { renewAt: number }) | null = null;
  private pending: Promise<string> | null = null;

  constructor(
    private readonly logIn: () => Promise<IssuedToken>,
    private readonly now: () => number,
  ) {}

  get(deadline: Deadline): Promise<string> {
    if (this.current !== null && this.now() < this.current.renewAt) return Promise.resolve(this.current.token);
    return deadline.race(this.fetch());
  }

  /** A token other than `refused`: the one that another call fetched meanwhile, or a new one. */
  replace(refused: string, deadline: Deadline): Promise<string> {
    if (this.current?.token === refused) this.current = null;
    return this.get(deadline);
  }

  private fetch(): Promise<string> {
    this.pending ??= this.logIn()
      .then((issued) => {
        this.current = { ...issued, renewAt: renewalTime(issued.expiresAt, this.now()) };
        return issued.token;
      })
      .finally(() => {
        this.pending = null;
      });
    return this.pending;
  }
}

/** Five minutes before the end, or after nine tenths of a short life. */
function renewalTime(expiresAt: number | null, now: number): number {
  if (expiresAt === null) return Infinity;
  const life = Math.max(0, expiresAt - now);
  return now + Math.max(life - EARLY_MS, life * 0.9);
}
