import type { APIResponse, Page } from "@playwright/test";

const CHANGES = { "content-type": "application/json", "x-requested-with": "jobwatch" };

/** Asks for an action as the page's user, past the page: the page is told nothing of it. */
export function actByApi(page: Page, job: string, action: string, body: Record<string, unknown>): Promise<APIResponse> {
  const headers = { ...CHANGES, origin: new URL(page.url()).origin };
  return page.request.post(`/api/v1${job}/actions/${action}`, { headers, data: body });
}
