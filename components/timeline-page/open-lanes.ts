/** In the URL: every lane, also those that are yet to come. */
export const EVERY_LANE = "*";

export const isLaneOpen = (open: readonly string[], key: string) => open.includes(EVERY_LANE) || open.includes(key);

/** What is open once a lane is opened or closed. @param all the lanes that there are: without one, "every" is the others */
export function toggledLane(open: readonly string[], key: string, all: readonly string[]): string[] {
  if (open.includes(EVERY_LANE)) return all.filter((one) => one !== key);
  return open.includes(key) ? open.filter((one) => one !== key) : [...open, key];
}
