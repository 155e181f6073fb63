import type { Page } from "@playwright/test";
import { GROUPS, slugOf } from "../../components/preview/catalogue";
import { expect, test } from "../support/test";
import { violations } from "../support/violations";

/** Pages are looked at in each theme at each width (`axe.spec.ts`); of parts, one width a theme will do. */
const LOOKS = [
  { name: "light", colorScheme: "light", width: 1440, height: 900 },
  { name: "dark, on a phone", colorScheme: "dark", width: 360, height: 740 },
] as const;

/** What must not happen while parts are looked at: errors, and questions to the server. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => (message.type() === "error" ? heard.push(message.text()) : undefined));
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/api/")) heard.push(`${request.method()} ${pathname}`);
  });
  return heard;
}

/** The part is drawn, and in its state. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByText("Drawing the part…")).toHaveCount(0);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

test("the gallery's index leads to every part", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/preview");
  for (const { title, parts } of GROUPS) {
    const group = page.getByRole("region", { name: title, exact: true });
    await expect(group.getByRole("link")).toHaveText([...parts]);
  }
  expect(await violations(page)).toEqual([]);
  expect(heard).toEqual([]);
});

for (const { id, title, parts } of GROUPS) {
  test(`the gallery shows without an error, a question or a violation: ${title}`, async ({ page }) => {
    test.setTimeout(60_000 + parts.length * 20_000);
    const heard = listen(page);
    for (const part of parts) {
      await test.step(part, async () => {
        await page.setViewportSize(LOOKS[0]);
        await page.goto(`/preview/${id}/${slugOf(part)}`);
        // An open dialog takes the rest of the page away from readers.
        await expect(
          page.getByRole("heading", { level: 1, name: part, exact: true, includeHidden: true }),
        ).toBeVisible();
        await settled(page);
        if (title.startsWith("Dialogs: ")) await expect(page.getByRole("dialog")).toBeVisible();
        for (const { name, colorScheme, width, height } of LOOKS) {
          // Without motion, since a colour on its way is neither of the two.
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          await page.setViewportSize({ width, height });
          expect.soft(await violations(page), `${part}, ${name}`).toEqual([]);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect.soft(overflow, `${part}, ${name}: wider than the window`).toBeLessThanOrEqual(0);
        }
        expect.soft(heard.splice(0), part).toEqual([]);
      });
    }
  });
}
