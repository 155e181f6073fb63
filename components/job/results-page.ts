/** What of an answer says how many rows there are. */
interface RowsAnswer {
  rows: readonly unknown[];
  /** null: the vendor does not tell. */
  total: number | null;
}

/** Whether nothing follows the page from `from` on; without an answer, or a total, that is not known and may be tried. */
export function isLastPage(answer: RowsAnswer | undefined, from: number, limit: number): boolean {
  if (!answer) return false;
  return answer.total === null ? answer.rows.length < limit : from + limit >= answer.total;
}
