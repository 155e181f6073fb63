import { X509Certificate } from "node:crypto";

/** Why a text cannot serve as a connection's certificate authority, or null. */
export function checkCertificateAuthority(pem: string): string | null {
  try {
    new X509Certificate(pem);
    return null;
  } catch {
    return "The CA of this connection is not a certificate in PEM format.";
  }
}
