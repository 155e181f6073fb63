/** What a switch may hold. */
export type Setting = string | number | boolean;

/** One of the vendor's open questions or variations, as data. */
export interface SwitchSpec<V extends Setting> {
  default: V;
  /** Every setting, the default included. */
  values: readonly V[];
  /** The settings under which calls are refused on purpose; under all others the same facts are told in another shape. */
  failing: readonly V[];
  /** Where the vendor's contract page speaks of it. */
  section: string;
  about: string;
}

/** The first value is the default. */
export function choice<const V extends Setting>(
  section: string,
  about: string,
  values: readonly [V, ...V[]],
  failing: readonly NoInfer<V>[] = [],
): SwitchSpec<V> {
  return { default: values[0], values, failing, section, about };
}

/** A number that may be set to anything; `values` are the settings worth a test. */
export function amount(
  section: string,
  about: string,
  values: readonly [number, ...number[]],
  failing: readonly number[] = [],
): SwitchSpec<number> {
  return { default: values[0], values, failing, section, about };
}
