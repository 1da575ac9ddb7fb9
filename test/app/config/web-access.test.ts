import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/app/config/config.ts';
import { webAccess } from '../../../src/app/config/web-access.ts';

describe('who can reach the page', () => {
  it('is this computer alone where nothing is said', () => {
    expect(webAccess(loadConfig({}))).toMatchObject({ host: '127.0.0.1', port: 3000, password: undefined });
    for (const WEB_HOST of ['127.0.0.1', '127.9.9.9', '::1', 'localhost'])
      expect(webAccess(loadConfig({ WEB_HOST })).host).toBe(WEB_HOST);
  });

  it('is nobody else without a password or a proxy that says who they are', () => {
    for (const WEB_HOST of [
      '0.0.0.0',
      '::',
      '192.168.0.7',
      'shop.example',
      '127.0.0.1.evil.example',
      '128.0.0.1',
    ]) {
      expect(() => webAccess(loadConfig({ WEB_HOST })), WEB_HOST).toThrow(/WEB_PASSWORD.*WEB_USER_HEADER/);
      expect(webAccess(loadConfig({ WEB_HOST, WEB_PASSWORD: 'x' })).password).toBe('x');
      expect(webAccess(loadConfig({ WEB_HOST, WEB_USER_HEADER: 'X-User' })).userHeader).toBe('X-User');
    }
  });
});
