import type { Random } from "../../kit/random";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";

export interface IssuedToken {
  token: string;
  projectId: string;
  userName: string;
  issuedAt: number;
  expiresAt: number;
  revoked: boolean;
}

/** The tokens that IAM has issued. A new one does not invalidate an older one (contract page 1.2). */
export class IamTokens {
  #issued = new Map<string, IssuedToken>();

  constructor(private readonly random: Random) {}

  issue(options: { projectId: string; userName: string; now: number; seconds: number; length: number }): IssuedToken {
    const body = Array.from({ length: Math.max(options.length - 8, 24) }, () => ALPHABET[this.random.int(0, 63)]).join(
      "",
    );
    const issued = {
      token: `MIIatAYJ${body}`,
      projectId: options.projectId,
      userName: options.userName,
      issuedAt: options.now,
      expiresAt: options.now + options.seconds * 1000,
      revoked: false,
    };
    this.#issued.set(issued.token, issued);
    return issued;
  }

  find(token: string): IssuedToken | undefined {
    return this.#issued.get(token);
  }

  revokeAll(): void {
    for (const issued of this.#issued.values()) issued.revoked = true;
  }
}
