import { BlockList, isIP } from 'node:net';
import { UserError } from '../../errors/user-error.ts';
import type { Config } from './config.ts';

/** Addresses that nobody but this computer reaches. */
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

function isLoopback(host: string): boolean {
  const kind = isIP(host);
  return kind === 0 ? host === 'localhost' : LOOPBACK.check(host, kind === 4 ? 'ipv4' : 'ipv6');
}

/** The settings of the page. @throws UserError `web-open` where others could reach it and nothing says who they are */
export function webAccess(config: Config) {
  const { WEB_HOST: host, WEB_PORT: port, WEB_PASSWORD: password, WEB_USER_HEADER: userHeader } = config;
  if (!isLoopback(host) && password === undefined && userHeader === undefined)
    throw new UserError('web-open', { host });
  const publicUrl = config.WEB_URL === undefined ? undefined : new URL(config.WEB_URL);
  // On an address that only this computer reaches, whoever speaks for another is its proxy.
  const proxies =
    config.WEB_PROXIES.length > 0 || !isLoopback(host) ? config.WEB_PROXIES : ['127.0.0.0/8', '::1'];
  return { host, port, password, userHeader, publicUrl, proxies };
}
