import type { APIRequestContext, Page } from "@playwright/test";
import { DEMO_ACCOUNTS, type DemoAccount } from "../../scripts/demo/accounts";

export type Role = DemoAccount["role"];

export function accountOf(role: Role): DemoAccount {
  const account = DEMO_ACCOUNTS.find((candidate) => candidate.role === role);
  if (account === undefined) throw new Error(`There is no account with the role ${role}.`);
  return account;
}

/** Fills in the form of the log-in page that is open. The page then goes where it was asked for. */
export async function logInByForm(page: Page, role: Role): Promise<void> {
  const { email, password } = accountOf(role);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
}

/** Logs a request context in, without a page; its cookies then hold the session. */
export async function logInByApi(request: APIRequestContext, baseUrl: string, role: Role): Promise<void> {
  const { email, password } = accountOf(role);
  const csrf = (await (await request.get(`${baseUrl}/api/auth/csrf`)).json()) as { csrfToken: string };
  const answer = await request.post(`${baseUrl}/api/auth/callback/credentials`, {
    form: { csrfToken: csrf.csrfToken, email, password, json: "true" },
  });
  if (!answer.ok()) throw new Error(`The log-in as ${role} failed: ${answer.status()} ${await answer.text()}`);
}
