import { chromium, type Browser, type BrowserContext, type ViewportSize } from "@playwright/test";
import { findChromium } from "../tools/find-chromium";
import type { BenchServer } from "./bench-server";
import type { Scenes } from "./scenes";

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"];
export const WINDOW: ViewportSize = { width: 1440, height: 900 };

/** A browser that ends with the figure. @throws ToolMissing where there is none */
export async function startBrowser(scenes: Scenes): Promise<Browser> {
  const { path: executablePath } = await findChromium();
  const browser = await chromium.launch({ executablePath, args: ARGS });
  scenes.atEndOfFigure(() => browser.close());
  return browser;
}

/** A window onto one server, with somebody logged in. */
export async function openContext(
  browser: Browser,
  server: Pick<BenchServer, "origin" | "cookies">,
  viewport = WINDOW,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: server.origin, viewport });
  const cookie = server.cookies[0] ?? "";
  const end = cookie.indexOf("=");
  await context.addCookies([{ name: cookie.slice(0, end), value: cookie.slice(end + 1), url: server.origin }]);
  return context;
}
