import type { SwitchSpec } from "./switches/choice";
import { BATCH_SWITCHES, FLINK_SWITCHES } from "./switches/flink-switches";
import { SQL_SWITCHES } from "./switches/sql-switches";
import { WIRE_SWITCHES } from "./switches/wire-switches";

/**
 * Every open question and variation of the vendor's contract page, with its settings (the first is the default).
 * A test walks them with `POST /__sandbox/fault {switch, value}`.
 */
export const DLI_SWITCHES = { ...WIRE_SWITCHES, ...SQL_SWITCHES, ...FLINK_SWITCHES, ...BATCH_SWITCHES } as const;

type Specs = typeof DLI_SWITCHES;

/** The settings as they are turned now. */
export type DliSwitches = { -readonly [K in keyof Specs]: Specs[K] extends SwitchSpec<infer V> ? V : never };

/** A fresh set, everything on its default. */
export function defaultSwitches(): DliSwitches {
  // fromEntries forgets which name has which type of value; the table above is what ties them.
  return Object.fromEntries(
    Object.entries(DLI_SWITCHES).map(([name, spec]) => [name, spec.default]),
  ) as unknown as DliSwitches;
}
