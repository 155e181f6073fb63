import type { Locator, Page } from "@playwright/test";

/** The labels of the form's fields and what to type into them; of its menus, which entry to choose. */
export type Typed = Record<string, string>;

/** The sandbox's project, and a user of its account who logs in by IAM. */
export const DLI = { Vendor: "Huawei Cloud DLI", "Project ID": "330e068af1334c9782f4226acc00a2e2" };
export const IAM_USER = {
  "Log-in": "IAM user",
  Account: "sandbox-domain",
  "IAM user": "jobwatch",
  Project: "cn-north-4",
};

const MENUS: ReadonlySet<string> = new Set(["Vendor", "Log-in"]);

/** A field of the form by its label, whether or not it says that it is optional. */
export function fieldOf(dialog: Locator, label: string): Locator {
  const literal = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return dialog.getByLabel(new RegExp(`^${literal}( \\(optional\\))?$`));
}

/** Fills in fields in the order in which they are given: the vendor decides which there are. */
export async function fillIn(dialog: Locator, typed: Typed): Promise<void> {
  for (const [label, value] of Object.entries(typed)) {
    const field = fieldOf(dialog, label);
    await (MENUS.has(label) ? field.selectOption({ label: value }) : field.fill(value));
  }
}

/** Opens the form of a new connection from the page of all connections. */
export async function openNew(page: Page): Promise<Locator> {
  await page.goto("/connections");
  await page.getByRole("button", { name: "Add a connection" }).click();
  return page.getByRole("dialog", { name: "Add a connection" });
}

/** Tests what the form holds, and resolves to the notice that tells what came of it. */
export async function tryForm(dialog: Locator): Promise<Locator> {
  await dialog.getByRole("button", { name: "Test", exact: true }).click();
  return dialog.getByRole("status").or(dialog.getByRole("alert"));
}

/** Saves what the form holds; it closes where that went well. */
export async function save(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
}

/** The row of one connection on the page of all connections. */
export function rowOf(page: Page, id: string): Locator {
  const link = page.getByRole("link", { name: id, exact: true });
  return page.getByRole("table", { name: "Connections" }).getByRole("row").filter({ has: link });
}

/** Removes a connection by its own page, with the confirmation. */
export async function removeByPage(page: Page, id: string, name: string): Promise<void> {
  await page.goto(`/connections/${id}`);
  await page.getByRole("main").getByRole("button", { name: "Remove", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `Remove ${name}` });
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
}
