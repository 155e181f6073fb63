import type { Cell, Column, ColumnType } from "../cells";
import type { Expression, Select, SelectItem } from "./ast";
import { compare, evaluate } from "./evaluate";
import { SqlError } from "./sql-error";

/** A table to select from: its columns and how each row's cell is found. */
export interface Table<Row> {
  rows: readonly Row[];
  columns: readonly (Column & { read(row: Row): Cell })[];
}

/** The rows of a result, in its columns' order. */
export interface ResultSet {
  columns: Column[];
  rows: Cell[][];
}

const AGGREGATES = new Set(["count", "max", "min", "sum"]);

/** Runs a SELECT at `now`. Throws {@link SqlError}, e.g. for a column that the table lacks. */
export function runSelect<Row>(select: Select, table: Table<Row>, now: number): ResultSet {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const find = (name: string) => {
    const column = byName.get(name.toLowerCase());
    if (!column) throw new SqlError(`VALIDATION ERROR: Column '${name}' not found in any table`);
    return column;
  };
  const scopeOf = (row: Row) => ({ column: (name: string) => find(name).read(row), now });
  const items =
    select.items ?? table.columns.map(({ name }) => ({ name, expression: { kind: "column" as const, name } }));
  for (const expression of expressionsOf(select, items)) check(expression, (name) => void find(name));

  const { where } = select;
  const rows = where ? table.rows.filter((row) => evaluate(where, scopeOf(row)) === true) : [...table.rows];
  const columns = items.map(({ name, expression }) => ({
    name,
    type: typeOf(expression, (column) => find(column).type),
  }));
  if (items.some(({ expression }) => isAggregate(expression))) {
    return { columns, rows: [items.map(({ expression }) => aggregate(expression, rows.map(scopeOf)))] };
  }
  const keyed = rows.map((row) => ({
    row,
    keys: select.orderBy.map(({ expression }) => evaluate(expression, scopeOf(row))),
  }));
  keyed.sort((a, b) => byKeys(a.keys, b.keys, select.orderBy));
  const end = select.limit === null ? undefined : select.offset + select.limit;
  const page = keyed.slice(select.offset, end);
  return { columns, rows: page.map(({ row }) => items.map(({ expression }) => evaluate(expression, scopeOf(row)))) };
}

function expressionsOf(select: Select, items: SelectItem[]): Expression[] {
  const ordered = select.orderBy.map(({ expression }) => expression);
  return [...items.map(({ expression }) => expression), ...(select.where ? [select.where] : []), ...ordered];
}

function check(expression: Expression, column: (name: string) => void): void {
  if (expression.kind === "column") column(expression.name);
  if (expression.kind === "call") for (const arg of expression.args) check(arg, column);
}

function isAggregate(expression: Expression): boolean {
  return expression.kind === "call" && AGGREGATES.has(expression.name);
}

function aggregate(expression: Expression, scopes: Parameters<typeof evaluate>[1][]): Cell {
  if (expression.kind !== "call") throw new SqlError("VALIDATION ERROR: Expression is not being grouped");
  const [of] = expression.args;
  if (!of) return scopes.length;
  const values = scopes.map((scope) => evaluate(of, scope)).filter((value) => value !== null);
  switch (expression.name) {
    case "count":
      return values.length;
    case "sum":
      return values.reduce<number>((total, value) => total + Number(value), 0);
    case "max":
      return values.reduce<Cell>((best, value) => (best === null || compare(value, best) > 0 ? value : best), null);
    case "min":
      return values.reduce<Cell>((best, value) => (best === null || compare(value, best) < 0 ? value : best), null);
    default:
      throw new SqlError("VALIDATION ERROR: Expression is not being grouped");
  }
}

function byKeys(a: Cell[], b: Cell[], keys: Select["orderBy"]): number {
  for (const [index, { descending }] of keys.entries()) {
    const [left, right] = [a[index] ?? null, b[index] ?? null];
    if (left === right) continue;
    // Dremio sorts NULL last, whichever way.
    if (left === null) return 1;
    if (right === null) return -1;
    const order = compare(left, right);
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
}

function typeOf(expression: Expression, column: (name: string) => ColumnType): ColumnType {
  if (expression.kind === "column") return column(expression.name);
  if (expression.kind === "literal") return { name: typeof expression.value === "number" ? "INTEGER" : "VARCHAR" };
  const [first] = expression.args;
  switch (expression.name) {
    case "count":
    case "length":
      return { name: "BIGINT" };
    case "cast": {
      const type = expression.args[1];
      return { name: type?.kind === "literal" ? String(type.value).toUpperCase() : "VARCHAR" };
    }
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
    case "sum":
    case "max":
    case "min":
    case "coalesce":
      return first ? typeOf(first, column) : { name: "VARCHAR" };
    case "current_timestamp":
    case "now":
    case "to_timestamp":
      return { name: "TIMESTAMP" };
    default:
      return {
        name: ["=", "<>", "<", "<=", ">", ">=", "and", "or", "not", "in", "like", "is null"].includes(expression.name)
          ? "BOOLEAN"
          : "VARCHAR",
      };
  }
}
