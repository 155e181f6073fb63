export interface CoursePoint {
  label: string;
  /** null: not told, or as `absent` says. */
  at: string | null;
  absent?: string;
}

export interface CourseStep extends CoursePoint {
  /** Since the nearest point before it that is told, in ms; negative where this one came first. */
  since: { label: string; ms: number } | null;
}

/** Points of a course in their order, each with the time since the one before. */
export function prepareCourse(points: readonly CoursePoint[]): CourseStep[] {
  return points.map((point, index) => {
    const before = points.slice(0, index).findLast(({ at }) => at !== null);
    if (point.at === null || !before?.at) return { ...point, since: null };
    return { ...point, since: { label: before.label.toLowerCase(), ms: Date.parse(point.at) - Date.parse(before.at) } };
  });
}
