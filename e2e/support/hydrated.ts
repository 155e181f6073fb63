import type { Page } from "@playwright/test";

/** A page without our scripts, or one that was left meanwhile, is not waited for longer. */
const PATIENCE_MS = 45_000;

/**
 * What is pressed between a page's load and its hydration is heard by nobody, and a slow machine makes that time long. So
 * `goto` and `reload` come back when the page hears: React has taken over the last of its buttons and links, and the
 * effects that listen to keys have had their turn.
 */
export function hydratedAfterLoad(page: Page): Page {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...args) => {
    const response = await goto(...args);
    await untilHydrated(page);
    return response;
  };
  page.reload = async (...args) => {
    const response = await reload(...args);
    await untilHydrated(page);
    return response;
  };
  return page;
}

async function untilHydrated(page: Page): Promise<void> {
  const heard = page.waitForFunction(
    async () => {
      if (!document.querySelector("script[src*='/_next/']")) return true;
      const last = [...document.querySelectorAll("button, a[href], input")].at(-1);
      if (!last || !Object.keys(last).some((key) => key.startsWith("__reactProps$"))) return false;
      for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setTimeout(resolve));
      return true;
    },
    undefined,
    // By the clock: a hidden tab draws no frames.
    { timeout: PATIENCE_MS, polling: 50 },
  );
  await heard.catch(() => undefined);
}
