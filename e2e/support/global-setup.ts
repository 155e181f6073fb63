import { startWorld } from "./start-world";

/** Playwright calls it once before all tests, and what it resolves to after them. */
export default function globalSetup(): Promise<() => Promise<void>> {
  return startWorld();
}
