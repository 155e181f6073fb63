import { SqlError } from "./sql-error";
import type { Token } from "./tokenize";

const END: Token = { kind: "end", text: "<EOF>", at: 0 };

/** Walks over tokens; what it does not find it reports as Dremio's parser does. */
export class TokenReader {
  #position = 0;

  constructor(private readonly tokens: Token[]) {}

  get next(): Token {
    return this.tokens[this.#position] ?? END;
  }

  get after(): Token {
    return this.tokens[this.#position + 1] ?? END;
  }

  take(): Token {
    const token = this.next;
    this.#position += 1;
    return token;
  }

  /** Whether the next token is this word or sign, in any case; a quoted word never is. */
  is(...texts: string[]): boolean {
    const { kind, text } = this.next;
    return (kind === "word" || kind === "sign") && texts.includes(text.toLowerCase());
  }

  /** Takes the words or signs if they come next, in this order. */
  skip(...texts: string[]): boolean {
    const start = this.#position;
    for (const text of texts) {
      if (!this.is(text)) {
        this.#position = start;
        return false;
      }
      this.#position += 1;
    }
    return true;
  }

  expect(text: string): void {
    if (!this.skip(text)) this.fail();
  }

  /** A name, quoted or not. */
  name(): string {
    const token = this.take();
    if (token.kind === "word" || token.kind === "quoted") return token.text;
    throw encountered(token);
  }

  integer(): number {
    const token = this.take();
    if (token.kind === "number" && Number.isInteger(Number(token.text))) return Number(token.text);
    throw encountered(token);
  }

  fail(): never {
    throw encountered(this.next);
  }
}

function encountered(token: Token): SqlError {
  return new SqlError(`PARSE ERROR: Encountered "${token.text}" at line 1, column ${token.at + 1}.`);
}
