import { VendorError, type VendorErrorReason } from "@/lib/vendors/errors";
import { failureWords } from "@/lib/server/outbound/failures";
import type { Refusal } from "@/lib/server/outbound/gate";
import { redact } from "@/lib/server/outbound/secrets";

/** Makes the errors of one connection. */
export class DoorErrors {
  constructor(
    private readonly vendor: string,
    /** Names the other end in messages. */
    private readonly host: string,
  ) {}

  make(operation: string, reason: VendorErrorReason, message: string): VendorError {
    return new VendorError({ vendor: this.vendor, operation, reason, message });
  }

  /** A call that was not made. */
  refusal({ reason, message, retryAfterMs }: Refusal, operation: string): VendorError {
    return new VendorError({ vendor: this.vendor, operation, reason, message, retryAfterMs });
  }

  /** The error as it may be shown and stored: in words, without secrets that a vendor may have echoed. */
  shown(error: unknown, operation: string): VendorError {
    if (!(error instanceof VendorError)) {
      const { reason, message } = failureWords(error, this.host);
      return new VendorError({ vendor: this.vendor, operation, reason, message: redact(message), cause: error });
    }
    const { vendor, reason, httpStatus, vendorCode, retryAfterMs, cause } = error;
    const facts = { vendor, operation: error.operation, reason, httpStatus, vendorCode, retryAfterMs, cause };
    return new VendorError({ ...facts, message: redact(error.message) });
  }
}
