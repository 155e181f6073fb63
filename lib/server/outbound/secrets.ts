/**
 * What must never be read in a log, an error or a stored text: every credential as it is and in the forms in which it
 * travels (JSON, URL, base64 at any offset and so also inside a Basic header, hex).
 */
const REPLACEMENT = "[redacted]";
/** Shorter values would black out ordinary words. */
const SHORTEST_VALUE = 4;
/** An encoded form says nothing below this length. */
const SHORTEST_FORM = 8;
/** Tokens of log-ins come and go while the server runs; the oldest are forgotten first. */
const MOST_TOKENS = 100;

/** A set of secrets and the forms to look for. */
export class SecretSet {
  private readonly formsByValue = new Map<string, string[]>();
  private readonly tokens: string[] = [];

  add(value: string): void {
    if (value.length < SHORTEST_VALUE || this.formsByValue.has(value)) return;
    this.formsByValue.set(value, formsOf(value));
  }

  /** A secret that a vendor issued and that others will follow. */
  addToken(value: string): void {
    if (this.formsByValue.has(value)) return;
    this.add(value);
    this.tokens.push(value);
    if (this.tokens.length > MOST_TOKENS) this.formsByValue.delete(this.tokens.shift() ?? "");
  }

  /** @param atLeast leaves alone values shorter than this: for texts in which a short password may be an honest word. */
  redact(text: string, atLeast = 0): string {
    let clean = text;
    for (const [value, forms] of this.formsByValue) {
      if (value.length < atLeast) continue;
      for (const form of forms) if (clean.includes(form)) clean = clean.split(form).join(REPLACEMENT);
    }
    return clean;
  }
}

/** Next evaluates a module more than once in one process; the logger of each copy has to know every secret. */
const REGISTRY = Symbol.for("jobwatch.secrets");
const holder = globalThis as typeof globalThis & { [REGISTRY]?: SecretSet };

function registry(): SecretSet {
  return (holder[REGISTRY] ??= new SecretSet());
}

/** Makes `redact` and the logger hide this value from now on. */
export function registerSecret(value: string): void {
  registry().add(value);
}

/** The same for a token that was fetched with a secret. */
export function registerToken(value: string): void {
  registry().addToken(value);
}

/** The text without any registered secret, in whatever form it stands there. */
export function redact(text: string): string {
  return registry().redact(text);
}

/** Longest first: a form may contain another. */
function formsOf(value: string): string[] {
  const bytes = Buffer.from(value, "utf8");
  const hex = bytes.toString("hex");
  const url = encodeURIComponent(value);
  const encoded = [
    JSON.stringify(value).slice(1, -1),
    url,
    url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    new URLSearchParams({ v: value }).toString().slice(2),
    url.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    hex,
    hex.toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => base64At(bytes, offset)),
  ].filter((form) => form.length >= SHORTEST_FORM);
  return [...new Set([value, ...encoded])].sort((a, b) => b.length - a.length);
}

/** The characters of a base64 text that depend on these bytes alone where `offset` others precede them. */
function base64At(bytes: Buffer, offset: number): string[] {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
  const from = Math.ceil((offset * 8) / 6);
  const to = Math.floor((whole.length * 8) / 6);
  const text = whole.toString("base64").slice(from, to);
  return [text, text.replaceAll("+", "-").replaceAll("/", "_")];
}
