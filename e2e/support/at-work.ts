import type { Page } from "@playwright/test";
import { expect } from "./test";

/** The page hears keys and presses from then on: what the server drew is at work once it tells how old its data is. */
export async function untilAtWork(page: Page): Promise<void> {
  await expect(page.getByRole("banner").getByRole("button", { name: /^Live/ })).toContainText(/now|ago/);
}
