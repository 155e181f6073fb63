/** Shows a short word at the screen's edge; the toaster is fetched with the first one. */
export async function showToast(text: string, tone: "plain" | "bad" = "plain"): Promise<void> {
  const { toast } = await import("sonner");
  for (const listener of listeners) listener();
  if (tone === "bad") toast.error(text);
  else toast(text);
}

const listeners = new Set<() => void>();

/** Calls back when the first toast wants a place to appear. */
export function onFirstToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
