import { parseJsonObject } from "@/lib/vendors/huawei-dli/json-text";

/**
 * What went wrong, in the vendor's words. The text may itself be JSON (`{"error_code":"DLI.0999"}`, contract page 5.2):
 * then its code and message; JSON without either stays the text that it is. null where there is no text.
 */
export function errorText(text: string | null | undefined): string | null {
  const plain = text?.trim() ?? "";
  if (plain === "") return null;
  const body = parseJsonObject(plain);
  if (body === null) return plain;
  const code = word(body, "error_code");
  const message = word(body, "error_msg") ?? word(body, "message") ?? word(body, "error_message");
  if (code !== null && message !== null) return message.includes(code) ? message : `${code}: ${message}`;
  return message ?? code ?? plain;
}

function word(body: object, key: string): string | null {
  const value: unknown = Object.getOwnPropertyDescriptor(body, key)?.value;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
