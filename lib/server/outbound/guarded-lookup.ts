import { lookup as systemLookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { mayReach, type AddressPolicy } from "@/lib/server/outbound/address-rules";

export interface ResolvedAddress {
  address: string;
  family: number;
}
/** Every address of a name; rejects with a `code` such as ENOTFOUND. */
export type ResolveName = (hostname: string) => Promise<ResolvedAddress[]>;

export const REFUSED_ADDRESS_CODE = "ERR_JOBWATCH_REFUSED_ADDRESS";

export const resolveBySystem: ResolveName = (hostname) => systemLookup(hostname, { all: true, verbatim: true });

/**
 * The look-up of a socket: one refused address among the answers refuses the name, and the socket connects to the
 * very addresses that were judged. Sockets never call it for literals, which are judged before.
 */
export function guardedLookup(resolve: ResolveName, policy: AddressPolicy): LookupFunction {
  return (hostname, options, callback) => {
    void resolve(hostname).then(
      (addresses) => {
        const wanted = addresses.filter(({ family }) => !options.family || family === options.family);
        const first = wanted[0];
        if (!addresses.every(({ address }) => mayReach(address, policy))) {
          callback(failure(REFUSED_ADDRESS_CODE, hostname), "", 0);
        } else if (first === undefined) {
          callback(failure("ENOTFOUND", hostname), "", 0);
        } else if (options.all) {
          callback(null, wanted);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 0),
    );
  };
}

function failure(code: string, hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code} ${hostname}`), { code });
}
