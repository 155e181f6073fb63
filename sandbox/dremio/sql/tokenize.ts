import { SqlError } from "./sql-error";

export interface Token {
  kind: "word" | "quoted" | "string" | "number" | "sign" | "end";
  text: string;
  at: number;
}

const PATTERN =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|(?<string>'(?:[^']|'')*')|(?<quoted>"(?:[^"]|"")*")|(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?<word>[a-z_$][\w$]*)|(?<sign><>|!=|<=|>=|\|\||[-=<>(),.*+/%;])/giy;

/** Cuts SQL into tokens; comments are dropped, words keep their case. Throws {@link SqlError}. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERN);
  let at = 0;
  while (at < sql.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(sql);
    if (!match) throw new SqlError(`PARSE ERROR: Lexical error at character ${at + 1}: "${sql[at]}"`);
    const { string, quoted, number, word, sign } = match.groups ?? {};
    if (string !== undefined) tokens.push({ kind: "string", text: string.slice(1, -1).replaceAll("''", "'"), at });
    else if (quoted !== undefined) tokens.push({ kind: "quoted", text: quoted.slice(1, -1).replaceAll('""', '"'), at });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, at });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, at });
    else if (sign !== undefined && sign !== ";") tokens.push({ kind: "sign", text: sign === "!=" ? "<>" : sign, at });
    at = pattern.lastIndex;
  }
  return [...tokens, { kind: "end", text: "<EOF>", at }];
}
