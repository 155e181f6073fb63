import { Interval, Timestamp, timestampText, type Cell } from "../cells";
import type { Expression } from "./ast";
import { parseTimestamp } from "./parse-timestamp";
import { SqlError } from "./sql-error";

/** Where an expression finds its columns and its present. */
export interface Scope {
  /** Throws {@link SqlError} for a column that the table does not have. */
  column(name: string): Cell;
  now: number;
}

/** The value of an expression; comparisons with NULL are NULL. */
export function evaluate(expression: Expression, scope: Scope): Cell {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "column") return scope.column(expression.name);
  const { name } = expression;
  const args = expression.args.map((arg) => () => evaluate(arg, scope));
  const arg = (index: number): Cell => args[index]?.() ?? null;
  switch (name) {
    case "and":
      return arg(0) === true && arg(1) === true;
    case "or":
      return arg(0) === true || arg(1) === true;
    case "not": {
      const value = arg(0);
      return value === null ? null : value !== true;
    }
    case "is null":
      return arg(0) === null;
    case "in": {
      const value = arg(0);
      return value === null ? null : args.slice(1).some((item) => compare(value, item()) === 0);
    }
    case "like":
      return like(arg(0), arg(1));
    case "coalesce":
      return args.map((item) => item()).find((value) => value !== null) ?? null;
    case "current_timestamp":
    case "localtimestamp":
    case "now":
      return new Timestamp(scope.now);
    case "current_date":
      return new Timestamp(Math.floor(scope.now / 86_400_000) * 86_400_000);
    default:
      return scalar(
        name,
        args.map((item) => item()),
      );
  }
}

function scalar(name: string, values: Cell[]): Cell {
  const [a, b] = values;
  if (a === null || a === undefined || b === null) return null;
  switch (name) {
    case "=":
      return compare(a, b ?? null) === 0;
    case "<>":
      return compare(a, b ?? null) !== 0;
    case "<":
      return compare(a, b ?? null) < 0;
    case "<=":
      return compare(a, b ?? null) <= 0;
    case ">":
      return compare(a, b ?? null) > 0;
    case ">=":
      return compare(a, b ?? null) >= 0;
    case "+":
    case "-":
      return add(a, b ?? null, name === "+" ? 1 : -1);
    case "*":
      return Number(a) * Number(b);
    case "/":
      return Number(a) / Number(b);
    case "%":
      return Number(a) % Number(b);
    case "||":
    case "concat":
      return values.map(text).join("");
    case "interval":
      return new Interval(Number(a) * Number(b));
    case "upper":
      return text(a).toUpperCase();
    case "lower":
      return text(a).toLowerCase();
    case "length":
      return text(a).length;
    case "substr":
    case "substring":
      return text(a).slice(Number(b) - 1, values[2] === undefined ? undefined : Number(b) - 1 + Number(values[2]));
    case "to_timestamp":
      return typeof a === "number" ? new Timestamp(a * 1000) : new Timestamp(parseTimestamp(text(a)));
    case "cast":
      return cast(a, text(b ?? null));
    default:
      throw new SqlError(`VALIDATION ERROR: No match found for function signature ${name.toUpperCase()}`);
  }
}

/** Negative, zero or positive. A text beside a timestamp is read as one. */
export function compare(a: Cell, b: Cell): number {
  if (a instanceof Timestamp || b instanceof Timestamp) return instant(a) - instant(b);
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  const [left, right] = [Number(a), Number(b)];
  if (Number.isNaN(left) || Number.isNaN(right)) {
    throw new SqlError("VALIDATION ERROR: Cannot apply the comparison to arguments of these types");
  }
  return left - right;
}

function add(a: Cell, b: Cell, sign: 1 | -1): Cell {
  if (a instanceof Timestamp && b instanceof Interval) return new Timestamp(a.ms + sign * b.ms);
  if (a instanceof Timestamp && b instanceof Timestamp) return new Interval(a.ms - b.ms);
  if (typeof a === "bigint" && typeof b === "bigint") return sign === 1 ? a + b : a - b;
  return Number(a) + sign * Number(b);
}

function instant(value: Cell): number {
  if (value instanceof Timestamp) return value.ms;
  if (typeof value === "string") return parseTimestamp(value);
  throw new SqlError("VALIDATION ERROR: Cannot apply the comparison to arguments of type TIMESTAMP and BIGINT");
}

function like(value: Cell, pattern: Cell): Cell {
  if (value === null || pattern === null) return null;
  const source = text(pattern)
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll("%", "[\\s\\S]*")
    .replaceAll("_", "[\\s\\S]");
  return new RegExp(`^${source}$`).test(text(value));
}

function cast(value: Cell, type: string): Cell {
  if (["varchar", "char", "character"].includes(type)) return text(value);
  if (type === "timestamp" || type === "date") return new Timestamp(instant(value));
  if (value instanceof Timestamp) return value.ms;
  return type === "bigint" || type === "int" || type === "integer" ? Math.trunc(Number(value)) : Number(value);
}

function text(value: Cell): string {
  return value instanceof Timestamp ? timestampText(value.ms) : String(value);
}
