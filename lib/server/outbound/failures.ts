import { errors } from "undici";
import type { VendorErrorReason } from "@/lib/vendors/errors";
import { Abandoned, DeadlineReached } from "@/lib/server/outbound/deadline";
import { BodyTooLarge, BodyUndecodable } from "@/lib/server/outbound/decode-body";
import { ADDRESS_REFUSED } from "@/lib/server/outbound/base-url";
import { REFUSED_ADDRESS_CODE } from "@/lib/server/outbound/guarded-lookup";

export interface FailureWords {
  reason: VendorErrorReason;
  message: string;
}

const TLS_WORDS: Record<string, string> = {
  CERT_HAS_EXPIRED: "its TLS certificate has expired",
  CERT_NOT_YET_VALID: "its TLS certificate is not valid yet: is the clock of this server right?",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its TLS certificate is self-signed: give the connection its CA",
  SELF_SIGNED_CERT_IN_CHAIN:
    "its TLS certificate comes from a CA that is not trusted here: give the connection that CA",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "its TLS certificate comes from a CA that is not trusted here: give the connection that CA",
  UNABLE_TO_GET_ISSUER_CERT: "the chain of its TLS certificate is incomplete",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "its TLS certificate comes from a CA that is not trusted here: give the connection that CA",
  CERT_REVOKED: "its TLS certificate is revoked",
  CERT_SIGNATURE_FAILURE: "the signature of its TLS certificate is wrong",
  INVALID_CA: "its TLS certificate was issued by something that is no CA",
  INVALID_PURPOSE: "its TLS certificate is not meant for servers",
  CERT_UNTRUSTED: "its TLS certificate is not trusted",
  HOSTNAME_MISMATCH: "its TLS certificate is for another name",
  ERR_TLS_CERT_ALTNAME_INVALID: "its TLS certificate is for another name",
  ERR_SSL_WRONG_VERSION_NUMBER: "it does not speak TLS on this port: should the address begin with http://?",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "it does not speak TLS on this port: should the address begin with http://?",
};

const NETWORK_WORDS: Record<string, FailureWords> = {
  ENOTFOUND: { reason: "unavailable", message: "the name is not known (DNS)" },
  EAI_AGAIN: { reason: "unavailable", message: "the name could not be looked up just now (DNS)" },
  ECONNREFUSED: { reason: "unavailable", message: "the connection was refused: nothing listens there" },
  ECONNRESET: { reason: "unavailable", message: "the connection was cut" },
  EPIPE: { reason: "unavailable", message: "the connection was cut" },
  UND_ERR_SOCKET: { reason: "unavailable", message: "the connection was cut before the answer was complete" },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { reason: "unavailable", message: "the answer ended early" },
  EHOSTUNREACH: { reason: "unavailable", message: "there is no route to the host" },
  ENETUNREACH: { reason: "unavailable", message: "there is no route to its network" },
  EADDRNOTAVAIL: { reason: "unavailable", message: "this server has no address from which to reach it" },
  ETIMEDOUT: { reason: "timeout", message: "no connection in time" },
  UND_ERR_CONNECT_TIMEOUT: { reason: "timeout", message: "no connection in time" },
  UND_ERR_INVALID_ARG: {
    reason: "rejected",
    message: "the request could not be made: is there a line break or an odd character in the credentials?",
  },
  UND_ERR_HEADERS_OVERFLOW: { reason: "too-large", message: "the headers of the answer are too large" },
};

/** Why a call got no answer, in an operator's words. `host` is what the address names. */
export function failureWords(error: unknown, host: string): FailureWords {
  if (error instanceof DeadlineReached) return { reason: "timeout", message: `${host}: ${error.message}.` };
  if (error instanceof Abandoned)
    return { reason: "timeout", message: `${host}: the call was given up before an answer.` };
  if (error instanceof BodyTooLarge)
    return { reason: "too-large", message: `${host}: the answer has ${error.message}.` };
  if (error instanceof BodyUndecodable) {
    return { reason: "contract", message: `${host}: the answer could not be decompressed (${error.message}).` };
  }
  const code = codeOf(error);
  if (code === REFUSED_ADDRESS_CODE) return { reason: "refused-address", message: ADDRESS_REFUSED };
  const tls = TLS_WORDS[code] ?? (isTls(code) ? `TLS failed (${code})` : null);
  if (tls !== null) return { reason: "tls", message: `${host}: ${tls}.` };
  const known = NETWORK_WORDS[code];
  if (known !== undefined) return { reason: known.reason, message: `${host}: ${known.message}.` };
  if (error instanceof errors.HTTPParserError) {
    return {
      reason: "contract",
      message: `${host}: the answer is not HTTP: wrong port, or https:// where http:// is written?`,
    };
  }
  return { reason: "unavailable", message: `${host}: the call failed${code === "" ? "" : ` (${code})`}.` };
}

/** Happy eyeballs hide the codes of all tries in one AggregateError. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError) return error.errors.map(codeOf).find((code) => code !== "") ?? "";
  return codeOf(error.cause);
}

function isTls(code: string): boolean {
  return /^(ERR_SSL_|ERR_TLS_|ERR_OSSL_|CERT_|EPROTO$)/.test(code);
}
