/** The token that next-auth wants to see on each form. Throws where nothing comes back. */
export async function csrfToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf", { cache: "no-store" });
  const body: unknown = await response.json();
  const token = typeof body === "object" && body !== null && "csrfToken" in body ? body.csrfToken : null;
  return typeof token === "string" ? token : "";
}
