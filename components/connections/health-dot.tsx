import { clsx } from "clsx";
import { HEALTH_FACE, type Health } from "@/components/connections/health";

/** A dot; its word stands beside it or is given to readers by whoever shows it. */
export function HealthDot({ health }: { health: Health }) {
  const { hue, hollow } = HEALTH_FACE[health];
  return (
    <span
      aria-hidden
      className={clsx("inline-block size-2 shrink-0 rounded-full", hue, hollow ? "border-2 border-state" : "bg-state")}
    />
  );
}
