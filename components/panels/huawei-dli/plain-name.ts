const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: " " };

/** Flink writes its plan for a web page, `A -&gt; B&lt;br/&gt;`: the same as plain text, which is all that is ever shown. */
export function plainName(text: string): string {
  return text
    .replace(/&(?:#(\d{1,6})|([a-z]{2,6}));/gi, (whole, code: string | undefined, name: string | undefined) =>
      code === undefined ? (ENTITIES[(name ?? "").toLowerCase()] ?? whole) : fromCode(Number(code), whole),
    )
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function fromCode(code: number, whole: string): string {
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
