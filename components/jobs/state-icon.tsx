import type { ReactNode } from "react";
import { STATE_WORD } from "@/components/jobs/state-face";
import type { JobState } from "@/lib/jobs/state";

const RING = <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />;

/** One shape per state: it can be told without its colour. */
const SHAPES: Record<JobState, ReactNode> = {
  draft: <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.3" strokeDasharray="1.2 2" />,
  queued: <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 2" />,
  starting: (
    <path d="M7 1.5a5.5 5.5 0 1 1-5.2 3.7" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
  ),
  running: (
    <>
      {RING}
      <path d="M5.6 4.6 9.6 7l-4 2.4z" fill="currentColor" />
    </>
  ),
  suspended: (
    <>
      {RING}
      <path d="M5.5 4.8v4.4M8.5 4.8v4.4" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  stopping: (
    <>
      <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="5 2" />
      <rect x="5" y="5" width="4" height="4" rx=".6" fill="currentColor" />
    </>
  ),
  succeeded: (
    <>
      <circle cx="7" cy="7" r="6.2" fill="currentColor" />
      <path d="m4.3 7.2 1.9 1.9 3.6-4" fill="none" stroke="var(--surface)" strokeWidth="1.6" />
    </>
  ),
  warning: (
    <>
      <path d="M7 1.2 13.2 12H.8z" fill="currentColor" />
      <path d="M7 5v3.4M7 9.6v1" stroke="var(--surface)" strokeWidth="1.4" />
    </>
  ),
  failed: (
    <>
      <path d="M4.4.8h5.2l3.6 3.6v5.2l-3.6 3.6H4.4L.8 9.6V4.4z" fill="currentColor" />
      <path d="m4.8 4.8 4.4 4.4m0-4.4L4.8 9.2" stroke="var(--surface)" strokeWidth="1.5" />
    </>
  ),
  cancelled: (
    <>
      {RING}
      <path d="m3.3 10.7 7.4-7.4" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  unknown: (
    <>
      <rect x="1.4" y="1.4" width="11.2" height="11.2" rx="3" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path
        d="M5.4 5.4a1.7 1.7 0 1 1 2.3 1.7c-.5.2-.7.5-.7 1M7 9.6v.9"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
    </>
  ),
};

/** A state's shape in its hue. `named` where no word stands beside it. It fills its box, so there is nothing to clip. */
export function StateIcon({ state, size = 14, named = false }: { state: JobState; size?: number; named?: boolean }) {
  return (
    <svg
      viewBox="0 0 14 14"
      width={size}
      height={size}
      className={`state-${state} shrink-0 overflow-visible text-state`}
      {...(named ? { role: "img", "aria-label": STATE_WORD[state] } : { "aria-hidden": true })}
    >
      {SHAPES[state]}
    </svg>
  );
}
