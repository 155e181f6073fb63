/** Somebody's words as one sentence of ours: with an end, and with one only. */
export function sentence(text: string): string {
  const words = text.trim();
  return /[.!?…]$/.test(words) || words === "" ? words : `${words}.`;
}
