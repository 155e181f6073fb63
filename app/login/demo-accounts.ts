import type { DemoAccount } from "@/components/login/login-card";

/** The accounts that the demo offers as one click; none anywhere else. */
export function demoAccounts(): DemoAccount[] {
  try {
    const read: unknown = JSON.parse(process.env.DEMO_ACCOUNTS ?? "[]");
    return Array.isArray(read) ? read.filter(isAccount) : [];
  } catch {
    return [];
  }
}

function isAccount(value: unknown): value is DemoAccount {
  if (typeof value !== "object" || value === null) return false;
  const { email, password, role } = value as Record<string, unknown>;
  return [email, password, role].every((part) => typeof part === "string");
}
