import { Interval, Timestamp } from "../cells";
import type { Expression } from "./ast";
import { parseTimestamp } from "./parse-timestamp";
import type { TokenReader } from "./token-reader";

const UNITS: Record<string, number> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

/** Reads an expression: OR over AND over NOT over comparisons over sums over products. */
export function parseExpression(reader: TokenReader): Expression {
  let left = conjunction(reader);
  while (reader.skip("or")) left = call("or", left, conjunction(reader));
  return left;
}

function conjunction(reader: TokenReader): Expression {
  let left = negation(reader);
  while (reader.skip("and")) left = call("and", left, negation(reader));
  return left;
}

function negation(reader: TokenReader): Expression {
  return reader.skip("not") ? call("not", negation(reader)) : comparison(reader);
}

function comparison(reader: TokenReader): Expression {
  const left = sum(reader);
  if (reader.is("=", "<>", "<", "<=", ">", ">=")) return call(reader.take().text, left, sum(reader));
  if (reader.skip("is", "not", "null")) return call("not", call("is null", left));
  if (reader.skip("is", "null")) return call("is null", left);
  if (!reader.is("not", "in", "like", "ilike", "between")) return left;
  const negated = reader.skip("not");
  const positive = membership(reader, left);
  return negated ? call("not", positive) : positive;
}

function membership(reader: TokenReader, left: Expression): Expression {
  if (reader.skip("in")) {
    reader.expect("(");
    return call("in", left, ...list(reader));
  }
  if (reader.skip("like")) return call("like", left, sum(reader));
  if (reader.skip("ilike")) return call("like", call("lower", left), call("lower", sum(reader)));
  reader.expect("between");
  const low = sum(reader);
  reader.expect("and");
  return call("and", call(">=", left, low), call("<=", left, sum(reader)));
}

function sum(reader: TokenReader): Expression {
  let left = product(reader);
  while (reader.is("+", "-", "||")) left = call(reader.take().text, left, product(reader));
  return left;
}

function product(reader: TokenReader): Expression {
  let left = operand(reader);
  while (reader.is("*", "/", "%")) left = call(reader.take().text, left, operand(reader));
  return left;
}

function operand(reader: TokenReader): Expression {
  if (reader.skip("-")) return call("-", { kind: "literal", value: 0 }, operand(reader));
  if (reader.skip("(")) {
    const inner = parseExpression(reader);
    reader.expect(")");
    return inner;
  }
  const token = reader.next;
  if (token.kind === "string") return { kind: "literal", value: reader.take().text };
  if (token.kind === "number") return { kind: "literal", value: Number(reader.take().text) };
  if (token.kind === "word") return word(reader);
  return column(reader);
}

function word(reader: TokenReader): Expression {
  if (reader.skip("null")) return { kind: "literal", value: null };
  if (reader.skip("true")) return { kind: "literal", value: true };
  if (reader.skip("false")) return { kind: "literal", value: false };
  if (reader.is("current_timestamp", "localtimestamp", "current_date") && reader.after.text !== "(") {
    return call(reader.take().text.toLowerCase());
  }
  if (reader.is("timestamp", "date") && reader.after.kind === "string") {
    reader.take();
    return { kind: "literal", value: new Timestamp(parseTimestamp(reader.take().text)) };
  }
  if (reader.is("interval") && reader.after.kind === "string") {
    reader.take();
    const amount = Number(reader.take().text);
    return { kind: "literal", value: new Interval(amount * unit(reader)) };
  }
  return reader.after.text === "(" && reader.after.kind === "sign" ? functionCall(reader) : column(reader);
}

function functionCall(reader: TokenReader): Expression {
  const name = reader.take().text.toLowerCase();
  reader.expect("(");
  if (name === "cast") {
    const value = parseExpression(reader);
    reader.expect("as");
    const type = reader.name().toLowerCase();
    if (reader.skip("(")) list(reader);
    reader.expect(")");
    return call("cast", value, { kind: "literal", value: type });
  }
  if (name === "timestampadd") {
    const ms = unit(reader);
    reader.expect(",");
    const amount = parseExpression(reader);
    reader.expect(",");
    const [base] = list(reader);
    return call("+", base ?? reader.fail(), call("interval", amount, { kind: "literal", value: ms }));
  }
  if (reader.is("*")) {
    reader.take();
    reader.expect(")");
    return call(name);
  }
  if (reader.skip(")")) return call(name);
  return call(name, ...list(reader));
}

/** The rest of a bracketed list, after its opening bracket. */
function list(reader: TokenReader): Expression[] {
  const items = [parseExpression(reader)];
  while (reader.skip(",")) items.push(parseExpression(reader));
  reader.expect(")");
  return items;
}

function unit(reader: TokenReader): number {
  const name = reader.next.text.toLowerCase().replace(/^sql_tsi_/, "");
  const ms = UNITS[name] ?? UNITS[name.replace(/s$/, "")];
  if (ms === undefined) reader.fail();
  reader.take();
  return ms;
}

/** A column, by its last part: `jobs.status` and `status` are the same here. */
function column(reader: TokenReader): Expression {
  let name = reader.name();
  while (reader.skip(".")) name = reader.name();
  return { kind: "column", name };
}

function call(name: string, ...args: Expression[]): Expression {
  return { kind: "call", name, args };
}
