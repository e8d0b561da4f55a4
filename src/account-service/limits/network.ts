import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/**
 * The network that a caller counts as: its /24 (IPv4) or /64 (IPv6), so that moving within one's own range
 * gains nothing. An IPv4 address inside IPv6 (`::ffff:…`) counts as IPv4.
 *
 * @returns for example `192.0.2.0/24` or `2001:db8:0:1::/64`; `unknown` for anything that is not an address
 */
export function networkPrefix(address: string): string {
  const plain = plainAddress(address);
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(plain)) return 'unknown';
  return `${ipv6Groups(plain).slice(0, 4).join(':')}::/64`;
}

/**
 * The caller's address. This is the connection's address, unless that is a trusted proxy: then it is the last
 * address in `X-Forwarded-For` that is not a trusted proxy. Anything a client writes further left is ignored.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusted: BlockList): string {
  let address = plainAddress(peer);
  const hops = (forwardedFor ?? '').split(',').map((hop) => plainAddress(hop.trim()));
  while (isTrusted(address, trusted)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) return address;
    address = hop;
  }
  return address;
}

/**
 * @param ranges CIDR ranges or single addresses
 * @throws on one that is neither
 */
export function trustedProxies(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (isIP(address) === 0) throw new Error(`expected an address or a CIDR range, got "${range}"`);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  return isIP(address) !== 0 && trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return mapped?.[1] ?? address.replace(/%.*$/, '');
}

/** Eight groups without leading zeros, with `::` filled in. */
function ipv6Groups(address: string): string[] {
  const [left = '', right] = address.toLowerCase().split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const middle = right === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...middle, ...tail].map((group) => group.replace(/^0+(?=.)/, ''));
}
