import type { Select, SelectItem } from "./ast";
import { parseExpression } from "./parse-expression";
import { TokenReader } from "./token-reader";
import { tokenize } from "./tokenize";

/** Parses one SELECT over one table. Throws `SqlError` with Dremio-like words for anything else. */
export function parseSelect(sql: string): Select {
  const reader = new TokenReader(tokenize(sql));
  reader.expect("select");
  const items = selectList(reader);
  reader.expect("from");
  const table = [reader.name()];
  while (reader.skip(".")) table.push(reader.name());
  if (reader.skip("as")) reader.name();
  else if (
    reader.next.kind === "quoted" ||
    (reader.next.kind === "word" && !reader.is("where", "order", "limit", "offset"))
  )
    reader.name();
  const where = reader.skip("where") ? parseExpression(reader) : null;
  const orderBy = reader.skip("order", "by") ? order(reader) : [];
  const limit = reader.skip("limit") ? reader.integer() : null;
  const offset = reader.skip("offset") ? reader.integer() : 0;
  if (reader.next.kind !== "end") reader.fail();
  return { items, table, where, orderBy, limit, offset };
}

function selectList(reader: TokenReader): SelectItem[] | null {
  if (reader.skip("*")) return null;
  const items: SelectItem[] = [];
  do {
    const expression = parseExpression(reader);
    const alias = reader.skip("as") ? reader.name() : null;
    const name = alias ?? (expression.kind === "column" ? expression.name : `EXPR$${items.length}`);
    items.push({ expression, name });
  } while (reader.skip(","));
  return items;
}

function order(reader: TokenReader): Select["orderBy"] {
  const keys: Select["orderBy"] = [];
  do {
    const expression = parseExpression(reader);
    const descending = reader.skip("desc");
    if (!descending) reader.skip("asc");
    if (!reader.skip("nulls", "first")) reader.skip("nulls", "last");
    keys.push({ expression, descending });
  } while (reader.skip(","));
  return keys;
}
