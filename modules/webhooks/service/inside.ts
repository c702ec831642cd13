import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * Addresses that are not the public internet: this machine, this network, clouds' metadata, carriers' own, tunnels that
 * lead back into any of them, documentation and multicast. IANA special-purpose registries (RFC 6890 and later).
 */
const V4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Of IPv6 only 2000::/3 is given out; within it these lead elsewhere or nowhere. */
const V6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

// Two lists: in one, Node also holds an IPv4 address against the IPv6 rules as if it were mapped.
const inside4 = new BlockList();
for (const [net, prefix] of V4) inside4.addSubnet(net, prefix, 'ipv4');
const inside6 = new BlockList();
for (const [net, prefix] of V6) inside6.addSubnet(net, prefix, 'ipv6');
const given6 = new BlockList();
given6.addSubnet('2000::', 3, 'ipv6');

/** Anything that is no address of the public internet, mapped and translated forms included. */
export function isInside(address: string): boolean {
  if (isIPv4(address)) return inside4.check(address, 'ipv4');
  if (!isIPv6(address)) return true;
  return !given6.check(address, 'ipv6') || inside6.check(address, 'ipv6');
}
