import type { Locator, Page } from "@playwright/test";

/** The state in a job page's header: our word. The vendor's own stands beside it. */
export function stateOf(page: Page): Locator {
  return page.getByRole("main").getByRole("status", { name: "State" });
}

/** Opens the dialog of an action by its button, gives a reason and sends it by the button named `confirm`. */
export async function ask(page: Page, button: string, confirm: string, reason: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: confirm, exact: true }).click();
}
