import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byteRange } from '../../../src/adapters/web/inbound/byte-range.ts';
import { visitorAddress } from '../../../src/adapters/web/visitor-address.ts';
import { openWeb, type WebDesk } from './open-web.ts';
import { Visitor } from './visitor.ts';

describe('a part of a file', () => {
  it.each([
    [undefined, undefined],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=100-', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=-', undefined],
    ['bytes=20-10', undefined],
    ['bytes=0-1,5-6', undefined],
    ['lines=0-1', undefined],
    ['bytes=0x1-2', undefined],
    ['bytes=99999999999999999999-', undefined],
  ] as const)('asked for as %s of 100 bytes', (asked, part) => {
    expect(byteRange(asked, 100)).toEqual(part);
  });

  describe('of an ad', () => {
    let desk: WebDesk;
    beforeAll(async () => {
      desk = await openWeb();
    });
    afterAll(() => desk.close());

    it('is sent as it is asked for, and all of it where nothing is', async () => {
      const minji = new Visitor(desk.url);
      await minji.visit();
      const path = `/ads/${await minji.makeAd('딸기라떼 6,500원')}/0/picture`;
      const whole = await minji.ask(path);
      expect(whole.status).toBe(200);
      expect(whole.headers['accept-ranges']).toBe('bytes');
      const part = await minji.ask(path, { headers: { range: 'bytes=5-24' } });
      expect(part.status).toBe(206);
      expect(part.headers['content-range']).toBe(`bytes 5-24/${whole.bytes.length}`);
      expect(part.bytes).toEqual(whole.bytes.subarray(5, 25));
      const last = await minji.ask(path, { headers: { range: 'bytes=-7' } });
      expect(last.bytes).toEqual(whole.bytes.subarray(-7));
      const none = await minji.ask(path, { headers: { range: `bytes=${whole.bytes.length}-` } });
      expect([none.status, none.headers['content-range']]).toEqual([416, `bytes */${whole.bytes.length}`]);
      expect((await minji.ask(path, { headers: { range: 'bytes=5-24', 'if-range': '"x"' } })).status).toBe(
        200,
      );
    });
  });
});

describe('whose connection it is', () => {
  const through = visitorAddress(['127.0.0.1', '10.0.0.0/8', '::1']);

  it.each([
    ['203.0.113.9', undefined, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['::ffff:127.0.0.1', '1.2.3.4, 198.51.100.7', '198.51.100.7'],
    ['10.1.2.3', '198.51.100.7, 10.0.0.4', '198.51.100.7'],
    ['127.0.0.1', '198.51.100.7:4711', '198.51.100.7'],
    ['127.0.0.1', 'unknown', '127.0.0.1'],
    ['127.0.0.1', '', '127.0.0.1'],
    ['::1', '[2001:db8:1:2:aaaa::7]:443', '2001:db8:1:2::/64'],
    ['::1', '2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ])('%s that says %s', (remote, said, address) => {
    expect(through(remote, said)).toBe(address);
  });

  it('has wrong passwords counted for each that a proxy speaks for, and not for who only says so', async () => {
    const desk = await openWeb({ web: { password: 'apple' } });
    const bare = await openWeb({ web: { password: 'apple', proxies: [] } });
    try {
      const tries = async (url: string, from: (n: number) => string): Promise<readonly number[]> => {
        const visitor = new Visitor(url);
        await visitor.visit('/sign-in');
        const answers: number[] = [];
        for (let n = 0; n < 12; n++) {
          const headers = { 'x-forwarded-for': from(n) };
          answers.push((await visitor.post('/sign-in', { password: 'pear' }, headers)).status);
        }
        return answers;
      };
      expect(await tries(desk.url, () => '198.51.100.7')).toContain(429);
      expect(await tries(desk.url, (n) => `198.51.100.${20 + n}`)).not.toContain(429);
      expect(await tries(bare.url, (n) => `198.51.100.${20 + n}`)).toContain(429);
    } finally {
      await desk.close();
      await bare.close();
    }
  });
});
