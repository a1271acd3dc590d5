import { BlockList, isIP } from "node:net";

/** Everything that is not a public host: loopback, private, link-local, carrier, multicast, documentation and reserved networks. */
const NOT_PUBLIC = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  NOT_PUBLIC.addSubnet(network, prefix, "ipv4");
/** Global unicast is 2000::/3; within it these are not hosts of the public either, or carry an IPv4 address inside. */
const NOT_PUBLIC_6 = new BlockList();
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  NOT_PUBLIC_6.addSubnet(network, prefix, "ipv6");
const GLOBAL_UNICAST_6 = new BlockList();
GLOBAL_UNICAST_6.addSubnet("2000::", 3, "ipv6");

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Whether an IP address is one we may fetch a stranger's file from. Anything that is not an address is not. */
export function isPublicAddress(address: string): boolean {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined) return isPublicAddress(mapped);
  switch (isIP(address)) {
    case 4:
      return !NOT_PUBLIC.check(address, "ipv4");
    case 6:
      return GLOBAL_UNICAST_6.check(address, "ipv6") && !NOT_PUBLIC_6.check(address, "ipv6");
    default:
      return false;
  }
}
