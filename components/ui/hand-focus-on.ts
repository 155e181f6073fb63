const ROW = '[role="row"], tr';
const ROW_LINK = "[data-job-link]";

/** The row that a control stands in, to hand the focus on to when the control is gone. */
export const rowOf = (control: Element | null): Element | null => control?.closest(ROW) ?? null;

/** Focuses the link of a row that is still there, else the page's content: from the body every key starts at the top. */
export function handFocusOn(row: Element | null): void {
  const link = row?.isConnected ? row.querySelector<HTMLElement>(ROW_LINK) : null;
  (link ?? document.getElementById("main"))?.focus({ preventScroll: true });
}

/** Gives the focus back to what had it; what is gone or disabled by now cannot take it. */
export function giveFocusBack(opener: Element | null, row: Element | null): void {
  if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  if (document.activeElement !== opener || opener === document.body) handFocusOn(row);
}

/** A `ref` for a control that can be taken away while it has the focus. */
export function handsFocusOn(control: HTMLElement | null): (() => void) | undefined {
  if (!control) return undefined;
  return () => {
    if (document.activeElement === control) handFocusOn(rowOf(control));
  };
}
