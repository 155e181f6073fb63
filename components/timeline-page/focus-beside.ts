/** The list of lanes, as readers hear it. */
export const LANES_LABEL = "Lanes";

/** Moves the focus to the next lane or job of the chart (1), or to the one before (-1). */
export function focusBeside(by: 1 | -1): void {
  const lanes = document.querySelector(`ul[aria-label="${LANES_LABEL}"]`);
  const all = [...(lanes?.querySelectorAll<HTMLElement>("a, button:enabled") ?? [])];
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[at < 0 ? 0 : at + by]?.focus();
}
