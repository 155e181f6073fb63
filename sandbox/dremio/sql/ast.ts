import type { Cell } from "../cells";

/** An expression: operators are calls by their lower-case sign or word. */
export type Expression =
  | { kind: "literal"; value: Cell }
  | { kind: "column"; name: string }
  | { kind: "call"; name: string; args: Expression[] };

/** One item of a select list, named by its alias, its column or `EXPR$n`. */
export interface SelectItem {
  expression: Expression;
  name: string;
}

/** The part of SELECT that a client of the system tables needs. */
export interface Select {
  /** Null: `*`. */
  items: SelectItem[] | null;
  table: string[];
  where: Expression | null;
  orderBy: { expression: Expression; descending: boolean }[];
  limit: number | null;
  offset: number;
}
