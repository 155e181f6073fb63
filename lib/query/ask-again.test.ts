import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { askAgain } from "@/lib/query/ask-again";

it("does not take the answer to a first question that was asked before the change", async () => {
  const client = new QueryClient();
  const answers: ((value: string) => void)[] = [];
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
  const observer = new QueryObserver(client, { queryKey: ["list"], queryFn, retry: false });
  const stop = observer.subscribe(() => undefined);
  const asked = askAgain(client, ["list"]);
  answers[0]?.("before");
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.("after");
  await asked;
  expect(observer.getCurrentResult().data).toBe("after");
  stop();
  client.clear();
});
