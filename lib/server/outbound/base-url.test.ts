import { describe, expect, test } from "vitest";
import { mayReach, parseNetworks } from "@/lib/server/outbound/address-rules";
import { ADDRESS_REFUSED, checkBaseUrl } from "@/lib/server/outbound/base-url";

const STORED = { trust: "stored", networks: [] } as const;
const FILE = { trust: "file", networks: [] } as const;

const LOOPBACK = [
  "127.0.0.1",
  "127.1",
  "127.0.1",
  "0x7f000001",
  "0x7f.1",
  "0x7f.0x0.0x0.0x1",
  "2130706433",
  "017700000001",
  "0177.0.0.1",
  "0177.0.0.01",
  "①②⑦.0.0.1",
  "１２７.0.0.1",
  "127。0。0。1",
  "127.0.0.1.",
  "127.255.255.254",
  "%31%32%37.0.0.1",
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::7f00:1]",
  "[::127.0.0.1]",
  "[64:ff9b::7f00:1]",
  "[64:ff9b:1::7f00:1]",
  "[2002:7f00:1::]",
  "[2002:7f00:1::1]",
  "[::ffff:0:7f00:1]",
  "[2001:0:1:2:3:4:80ff:fffe]",
];
const HERE = ["localhost", "localhost.", "LOCALHOST", "dremio.localhost"];
const PRIVATE = [
  "10.0.0.1",
  "10.1",
  "0xa.0.0.1",
  "172.16.0.1",
  "192.168.0.1",
  "192.168.1",
  "3232235777",
  "100.64.0.1",
  "198.18.0.1",
  "[fc00::1]",
  "[fd12:3456::1]",
  "[::ffff:10.0.0.1]",
  "[64:ff9b::a00:1]",
  "[2002:a00:1::]",
];
const NEVER = [
  "169.254.169.254",
  "0xa9fea9fe",
  "2852039166",
  "0251.0376.0251.0376",
  "169.254.1",
  "[::ffff:a9fe:a9fe]",
  "[::a9fe:a9fe]",
  "[64:ff9b::a9fe:a9fe]",
  "[2002:a9fe:a9fe::]",
  "100.100.100.200",
  "168.63.129.16",
  "[fd00:ec2::254]",
  "[fe80::1]",
  "[febf::1]",
  "[fe80::5efe:7f00:1]",
  "0",
  "0.0.0.0",
  "0x0",
  "0.1.2.3",
  "[::]",
  "[::ffff:0.0.0.0]",
  "224.0.0.1",
  "239.255.255.255",
  "255.255.255.255",
  "[ff02::1]",
];
const PUBLIC = [
  "1.1.1.1",
  "8.8.8.8",
  "[2606:4700::1111]",
  "[::ffff:8.8.8.8]",
  "[64:ff9b::808:808]",
  "[2002:808:808::]",
];

describe("addresses in a base URL", () => {
  test.each([...LOOPBACK, ...HERE, ...PRIVATE])("%s: only where somebody vouches for it", (host) => {
    expect(checkBaseUrl(`http://${host}:8080/`, STORED)).toBe(ADDRESS_REFUSED);
    expect(checkBaseUrl(`http://${host}:8080/`, FILE)).toBeNull();
  });

  test.each(NEVER)("%s: never", (host) => {
    const everything = { trust: "stored", networks: parseNetworks(["0.0.0.0/0", "::/0"]) } as const;
    for (const policy of [STORED, FILE, everything]) {
      expect(checkBaseUrl(`http://${host}/`, policy)).toBe(ADDRESS_REFUSED);
    }
  });

  test.each(PUBLIC)("%s: always", (host) => {
    expect(checkBaseUrl(`https://${host}/`, STORED)).toBeNull();
  });

  test("names are left to the look-up", () => {
    expect(checkBaseUrl("https://dremio.example.com/base", STORED)).toBeNull();
  });

  test.each([
    "file:///etc/passwd",
    "gopher://127.0.0.1/",
    "ftp://example.com",
    "javascript:alert(1)",
    "data:text/plain,x",
    "example.com",
    "//example.com",
    "",
    "http://",
    "http://user@10.0.0.1",
    "https://u:p@example.com",
    "https://example.com/?a=1",
    "https://example.com/#x",
    "http://[fe80::1%25eth0]/",
    "http://1.2.3.4.5.6/",
    "http://256.1.1.1/",
  ])("%s is no base URL", (text) => {
    expect(checkBaseUrl(text, FILE)).toEqual(expect.any(String));
  });
});

describe("VENDOR_NETWORKS", () => {
  test("opens what it lists and no more", () => {
    const policy = { trust: "stored", networks: parseNetworks(["10.1.0.0/16", "127.0.0.1", "fd00:1::/32"]) } as const;
    const reachable = ["10.1.2.3", "::ffff:10.1.2.3", "127.0.0.1", "fd00:1::5"];
    expect(reachable.filter((address) => !mayReach(address, policy))).toEqual([]);
    const closed = ["10.2.0.1", "127.0.0.2", "fd00:2::5", "192.168.0.1", "::ffff:10.2.0.1", "not an address", ""];
    expect(closed.filter((address) => mayReach(address, policy))).toEqual([]);
  });

  test.each(["10.0.0.0/33", "example.com", "10.0.0", "", "10.0.0.0/8/8"])("%s is refused by name", (entry) => {
    expect(() => parseNetworks(["10.0.0.0/8", entry])).toThrow(`"${entry}"`);
  });
});
