import type { APIRequestContext, APIResponse } from "@playwright/test";

/** Asks for an action past the page: the page is told nothing of it. */
export function actByApi(
  request: APIRequestContext,
  baseUrl: string,
  wish: { job: string; action: string; body: Record<string, unknown> },
): Promise<APIResponse> {
  const headers = { "content-type": "application/json", "x-requested-with": "jobwatch", origin: baseUrl };
  return request.post(`${baseUrl}/api/v1${wish.job}/actions/${wish.action}`, { headers, data: wish.body });
}
