import type { Page } from "@playwright/test";

/** Frames a second of a page, counted by the browser itself. */
export function framesPerSecond(page: Page, seconds: number): Promise<number> {
  return page.evaluate(async (duration) => {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < duration * 1000) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      count += 1;
    }
    return count / ((performance.now() - start) / 1000);
  }, seconds);
}
