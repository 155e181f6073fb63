import { expect, type APIRequestContext } from "@playwright/test";

/** Waits until every vendor has told what it had when the world began: before that, figures still grow. */
export async function untilAllAnswered(request: APIRequestContext): Promise<void> {
  const silent = async () => {
    const answer = await request.get("/api/v1/connections");
    const { items } = (await answer.json()) as { items: { id: string; lastAnswerAt: string | null }[] };
    return items.filter(({ lastAnswerAt }) => lastAnswerAt === null).map(({ id }) => id);
  };
  await expect.poll(silent).toEqual([]);
}
