import { lookup } from "node:dns/promises";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Addresses that are no other party's: of this machine, of networks behind it, reserved, or wrapping one of those (IANA special-purpose registries). */
const [RESERVED_4, RESERVED_6] = [new BlockList(), new BlockList()];
for (const [network, bits] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
  ] as const),
  ...([
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
  ] as const),
  ...([
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
]) {
  RESERVED_4.addSubnet(network, bits, "ipv4");
}
for (const [network, bits] of [
  ...([
    ["::", 96],
    ["::ffff:0:0", 96],
    ["64:ff9b::", 96],
    ["64:ff9b:1::", 48],
    ["100::", 64],
    ["2001::", 23],
  ] as const),
  ...([
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
    ["fc00::", 7],
    ["fe80::", 10],
    ["fec0::", 10],
    ["ff00::", 8],
  ] as const),
]) {
  RESERVED_6.addSubnet(network, bits, "ipv6");
}

/** Whether an IP address is one that a message may be sent to. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  // Two lists: one that holds the IPv6 form of IPv4 addresses takes every IPv4 address for one of them.
  return version === 4 ? !RESERVED_4.check(address, "ipv4") : version === 6 && !RESERVED_6.check(address, "ipv6");
}

/** The host of a URL where it is an address; `null` where it is a name. */
export function addressOf(url: URL): string | null {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  return isIP(host) === 0 ? null : host;
}

/**
 * Looks a name up for a connection, and refuses it where any of its addresses is not allowed: the connection goes to the very address that
 * was looked at, whatever the name says a moment later.
 */
export function guardedLookup(allows: (address: string) => boolean): LookupFunction {
  return (hostname, _, callback) => {
    lookup(hostname, { all: true }).then(
      (found) => {
        const [first] = found;
        if (first === undefined || !found.every(({ address }) => allows(address))) {
          callback(new Error("the name leads to an address that is not public"), "", 4);
        } else {
          callback(null, found);
        }
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 4),
    );
  };
}
