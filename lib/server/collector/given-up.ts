import { VendorError } from "@/lib/vendors/errors";

/**
 * Whether a call ended because we gave it up: a stop, or a connection that was edited or removed meanwhile. It says
 * nothing about the vendor. By name: a server bundle may hold the class more than once.
 */
export function isGivenUp(error: unknown): boolean {
  return error instanceof VendorError && error.cause instanceof Error && error.cause.name === "Abandoned";
}
