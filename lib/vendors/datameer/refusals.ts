import { VendorError, type VendorErrorReason } from "@/lib/vendors/errors";

/** An action that we do not send, in a sentence that says what to do. */
export function refused(operation: string, message: string, reason: VendorErrorReason = "rejected"): VendorError {
  return new VendorError({ vendor: "datameer", operation, reason, message });
}
