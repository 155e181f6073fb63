import type { EndState } from "@/components/charts/ends.prepare";

/** Each end has a texture of its own beside its hue. */
export const stateFill = (state: EndState) => (state === "succeeded" ? "var(--succeeded)" : `url(#chart-${state})`);

/** To stand once inside of a chart's drawing. */
export function StatePatterns() {
  return (
    <defs>
      <pattern id="chart-failed" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--failed)" />
        <path d="M0 0 6 6M6 0 0 6" stroke="var(--surface)" strokeWidth="0.9" />
      </pattern>
      <pattern id="chart-warning" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--warning)" />
        <circle cx="3" cy="3" r="1.2" fill="var(--surface)" />
      </pattern>
      <pattern id="chart-cancelled" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--surface)" />
        <path d="M-1 1 1 -1M0 6 6 0M5 7 7 5" stroke="var(--cancelled)" strokeWidth="1.4" />
      </pattern>
      <pattern id="chart-not-known" width="8" height="8" patternUnits="userSpaceOnUse">
        <path d="M-1 7 1 9M0 0 8 8M7 -1 9 1" stroke="var(--line-strong)" strokeWidth="1" />
      </pattern>
    </defs>
  );
}
