import { BlockList, isIP } from 'node:net';

/** Reads whose connection it is: of a proxy that is ours, whom it speaks for. */
export type VisitorAddress = (remote: string, forwardedFor: string | undefined) => string;

/**
 * Whoever connects may write any `X-Forwarded-For`: it is believed of the proxies that are named, and of these only what
 * they themselves have added, which stands last. Each network of IPv6 that one household has counts as one address.
 *
 * @param proxies addresses, or networks such as 10.0.0.0/8
 */
export function visitorAddress(proxies: readonly string[]): VisitorAddress {
  const own = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) own.addAddress(address, kind);
    else own.addSubnet(address, Number(bits), kind);
  }
  const isOwn = (address: string): boolean => {
    const kind = isIP(address);
    return kind !== 0 && own.check(address, kind === 6 ? 'ipv6' : 'ipv4');
  };
  return (remote, forwardedFor) => {
    let address = plain(remote);
    const hops = (forwardedFor ?? '').split(',').slice(-MAX_HOPS).map(plain);
    while (isOwn(address) && isIP(hops.at(-1) ?? '') !== 0) address = hops.pop() ?? address;
    return household(address);
  };
}

/** Proxies one behind the other. */
const MAX_HOPS = 8;

/** Without its port, its brackets, and what IPv6 writes around an address of IPv4. */
function plain(written: string): string {
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(written.trim()) ?? [];
  const address = bracketed ?? written.trim().replace(/^([\d.]+):\d+$/, '$1');
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** The first 64 bits of an address of IPv6. */
function household(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  const parts = [...before, ...zeros, ...after].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, ''));
  return `${parts.join(':')}::/64`;
}
