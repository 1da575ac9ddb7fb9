import { describe, expect, it } from 'vitest';
import { checkSvg } from '../../../src/imaging/svg/check-svg.ts';
import { fromEditors, hostile } from './drawings.ts';

const check = (text: string) => checkSvg(Buffer.from(text));

describe('checkSvg', () => {
  it.each(Object.entries(fromEditors))('lets in %s', (_what, text) => {
    expect(check(text)).toMatchObject({ width: expect.any(Number), height: expect.any(Number) });
  });

  it.each(Object.entries(hostile))('refuses %s', (_what, text) => {
    expect(['too-complex', 'elsewhere', 'unreadable']).toContain(check(text));
  });

  it('tells what lies elsewhere from what is too much', () => {
    const image = (href: string) => `<svg xmlns="http://www.w3.org/2000/svg"><image href="${href}"/></svg>`;
    expect(check(image('https://example.com/a.png'))).toBe('elsewhere');
    expect(check(image('file:///etc/passwd'))).toBe('elsewhere');
    expect(check(image('logo.png'))).toBe('elsewhere');
    expect(check(image(`data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`))).toBe(
      'too-complex',
    );
  });

  it('counts what is used again as often as it is used', () => {
    const level = (i: number) => `<g id="l${i}">${`<use href="#l${i - 1}"/>`.repeat(10)}</g>`;
    const drawing = (levels: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><defs><rect id="l0"/>${Array.from({ length: levels }, (_, i) => level(i + 1)).join('')}</defs><use href="#l${levels}"/></svg>`;
    expect(check(drawing(3))).toEqual({ width: 99, height: 99 });
    expect(check(drawing(5))).toBe('too-complex');
  });

  it('has a drawing painted the smaller the more is done to the whole of it, and not at all where that leaves nothing', () => {
    const drawing = (inside: string) =>
      check(`<svg xmlns="http://www.w3.org/2000/svg" width="2048" height="2048">${inside}</svg>`);
    const blurred = (steps: number) =>
      drawing(
        `<filter id="f">${'<feGaussianBlur stdDeviation="2"/>'.repeat(steps)}</filter><g filter="url(#f)"/>`,
      );
    const most = (checked: ReturnType<typeof check>) =>
      typeof checked === 'string' ? checked : checked.mostPixels;
    expect(most(drawing('<g opacity=".5"><path d="M0 0h9v9z"/></g>'))).toBeUndefined();
    // One shadow is painted as large as any.
    expect(most(blurred(1))).toBeGreaterThan(2048 ** 2);
    expect(most(blurred(60))).toBeCloseTo(Number(most(blurred(1))) / 60, -3);
    const masked = (times: number) =>
      drawing(`<mask id="m"><rect/></mask>${'<g mask="url(#m)"/>'.repeat(times)}`);
    const blended = (times: number) =>
      drawing(`<style>.a{mix-blend-mode:screen}</style>${'<g class="a"/>'.repeat(times)}`);
    for (const many of [masked, blended]) {
      expect(most(many(5))).toBeGreaterThan(2048 ** 2);
      expect(most(many(300))).toBeLessThan(500 ** 2);
      expect(most(many(3_000))).toBe('too-complex');
    }
  });

  it('reads the size that a drawing states, in any unit', () => {
    const sized = (attributes: string) => check(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`);
    expect(sized('width="10cm" height="2in"')).toEqual({ width: expect.closeTo(283.46, 1), height: 144 });
    expect(sized('viewBox="0 0 300 150"')).toEqual({ width: 300, height: 150 });
    expect(sized('width="100%" height="100%" viewBox="0,0,30,15"')).toEqual({ width: 30, height: 15 });
    expect(sized('width="600" viewBox="0 0 300 150"')).toEqual({ width: 600, height: 300 });
    expect(sized('')).toEqual({});
  });
});
