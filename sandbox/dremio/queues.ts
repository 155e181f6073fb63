import type { Flavor } from "./switches";

/** Where a query goes: its weight, or the system's own reflection queues. */
export type QueueRole = "small" | "large" | "reflection-small" | "reflection-large" | "preview";

const COMMUNITY: Record<QueueRole, string> = {
  small: "SMALL",
  large: "LARGE",
  preview: "SMALL",
  "reflection-small": "REFLECTION_SMALL",
  "reflection-large": "REFLECTION_LARGE",
};

const ENTERPRISE: Record<QueueRole, { name: string; id: string }> = {
  small: { name: "Low Cost User Queries", id: "f6a5ef4f-ce5c-4be4-95b2-092c36721dc5" },
  large: { name: "High Cost User Queries", id: "6ed7841e-e446-4536-8d47-361508e78c18" },
  preview: { name: "UI Previews", id: "1b6f1a52-6e0f-4f0d-a0f7-5b3c1f9de201" },
  "reflection-small": { name: "Low Cost Reflections", id: "3d04235f-3610-4dd3-95b6-6a29542eb600" },
  "reflection-large": { name: "High Cost Reflections", id: "f64ff0a0-a925-4dc9-be60-e0703ce3aa24" },
};

/** Community and Cloud repeat the name as the id; Enterprise has free names and UUIDs (3.4 g). */
export function queueFor(flavor: Flavor, role: QueueRole): { name: string; id: string } {
  if (flavor === "enterprise") return ENTERPRISE[role];
  return { name: COMMUNITY[role], id: COMMUNITY[role] };
}

/** The engine a query of this weight runs on; Community has none to name. */
export function engineFor(flavor: Flavor, role: QueueRole): string {
  if (flavor === "community") return "";
  return role.startsWith("reflection") ? "reflections" : role === "large" ? "batch-xl" : "preview";
}
