import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;
/** A range of addresses, as `[network, prefix length]`. */
export type Network = [Address, number];

/** Which addresses a connection may reach. */
export interface AddressPolicy {
  /** `file`: whoever runs the server vouches for loopback and private ones; `stored`: public ones and `networks` only. */
  trust: "file" | "stored";
  networks: readonly Network[];
}

const ALWAYS_REFUSED_RANGES = new Set(["linkLocal", "unspecified", "multicast", "broadcast"]);
/** Where clouds hand out credentials to whoever asks from inside, outside the link-local range. */
const METADATA = new Set(["100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254", "fd20:ce::254"]);

/**
 * Reads `VENDOR_NETWORKS`: CIDR ranges or single addresses.
 * @throws Error naming the entry that is neither.
 */
export function parseNetworks(entries: readonly string[]): Network[] {
  return entries.map((entry) => {
    const text = entry.trim();
    const [address = "", bits = isIP(text) === 4 ? "32" : "128", ...rest] = text.split("/");
    const most = isIP(address) === 4 ? 32 : 128;
    if (isIP(address) === 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most) {
      throw new Error(`"${text}" is not an address range: write it like 10.0.0.0/8 or fd00::/8`);
    }
    return [ipaddr.parse(address), Number(bits)];
  });
}

/** Whether a socket may be opened to this address; a text that is no address may not be reached. */
export function mayReach(text: string, policy: AddressPolicy): boolean {
  const bare = text.replace(/^\[|\]$/g, "");
  if (isIP(bare) === 0) return false;
  const address = ipaddr.parse(bare);
  const judged = [address, ...embedded(address)];
  if (judged.some(isAlwaysRefused)) return false;
  if (policy.trust === "file") return true;
  return judged.some((one) => isListed(one, policy.networks)) || judged.at(-1)?.range() === "unicast";
}

function isAlwaysRefused(address: Address): boolean {
  return ALWAYS_REFUSED_RANGES.has(address.range()) || METADATA.has(address.toString());
}

function isListed(address: Address, networks: readonly Network[]): boolean {
  return networks.some(([network, bits]) => network.kind() === address.kind() && address.match([network, bits]));
}

/** The IPv4 address inside an IPv6 one, which is where the packets end up; empty where there is none. */
function embedded(address: Address): ipaddr.IPv4[] {
  if (!(address instanceof ipaddr.IPv6)) return [];
  const parts = address.parts;
  const at = (index: number) => v4(parts[index] ?? 0, parts[index + 1] ?? 0);
  switch (address.range()) {
    case "ipv4Mapped":
    case "rfc6145":
    case "rfc6052":
      return [at(6)];
    case "6to4":
      return [at(1)];
    case "teredo":
      return [v4((parts[6] ?? 0) ^ 0xffff, (parts[7] ?? 0) ^ 0xffff)];
    case "unspecified":
    case "loopback":
      return [];
    default: {
      const compatible = parts.slice(0, 6).every((part) => part === 0);
      const isatap = ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe;
      return compatible || isatap ? [at(6)] : [];
    }
  }
}

function v4(high: number, low: number): ipaddr.IPv4 {
  return new ipaddr.IPv4([high >> 8, high & 0xff, low >> 8, low & 0xff]);
}
