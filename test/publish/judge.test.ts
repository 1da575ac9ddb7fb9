import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/ad/place.ts';
import { encodePicture } from '../../src/imaging/encode-picture.ts';
import { xmpPacket } from '../../src/imaging/xmp.ts';
import { explainFindings } from '../../src/publish/explain-findings.ts';
import { judge, type Overlaid } from '../../src/publish/judge.ts';
import { by, noise, placeWith } from './places.ts';

const NOTHING: Overlaid = { blocks: [], parts: [], hasBorder: false };
const xmp = xmpPacket({ digitalSource: 'algorithmicMedia', alt: 'Ad', language: 'en' });
const png = () => encodePicture(noise(), { kind: 'png' }, { xmp });
const block = (box: { x: number; y: number; width: number; height: number }, size = 20) => ({ box, size });

const kindsOf = async (rules: Partial<Place>, overlaid: Partial<Overlaid> = {}, bytes?: Uint8Array) =>
  (await judge(bytes ?? (await png()), placeWith(rules), { ...NOTHING, ...overlaid })).map(
    ({ kind }) => kind,
  );

describe('the judge of finished files', () => {
  it('finds nothing where every rule holds', async () => {
    const safe = { is: { top: 10, right: 10, bottom: 10, left: 10 }, by };
    const blocks = [block({ x: 20, y: 20, width: 100, height: 30 })];
    expect(await kindsOf({ safe, letters: { is: 20, by }, bytes: { is: 1e6, by } }, { blocks })).toEqual([]);
  });

  it('catches a file of another size, another kind, or too many bytes', async () => {
    expect(await kindsOf({ pixels: { is: { width: 161, height: 120 }, by } })).toEqual(['pixels']);
    expect(await kindsOf({ files: { is: ['jpeg'], by } })).toEqual(['file']);
    // A message that would be refused after all the work: 400 KB where 300 are taken.
    const heavy = await encodePicture(noise(400, 400), { kind: 'jpeg', quality: 92 }, { xmp });
    expect(heavy.length).toBeGreaterThan(100_000);
    const mms = { pixels: { is: { width: 400, height: 400 }, by }, bytes: { is: 100_000, by } };
    expect(await kindsOf(mms, {}, heavy)).toEqual(['bytes']);
  });

  it('catches what is no sRGB picture, cannot be opened, or says not how it was made', async () => {
    const cmyk = await sharp(await png())
      .toColourspace('cmyk')
      .jpeg()
      .withXmp(xmp)
      .toBuffer();
    expect(await kindsOf({}, {}, cmyk)).toEqual(['colour']);
    const cut = (await png()).subarray(0, 5000);
    expect(await kindsOf({}, {}, cut)).toEqual(['unreadable']);
    const bare = await sharp(await png())
      .png()
      .toBuffer();
    expect(await kindsOf({}, {}, bare)).toEqual(['labels']);
  });

  it('catches words, a logo or a border where nothing may lie over the picture', async () => {
    const bare = { is: true, by } as const;
    const box = { x: 20, y: 20, width: 50, height: 20 };
    expect(await kindsOf({ bare })).toEqual([]);
    expect(await kindsOf({ bare }, { blocks: [block(box)] })).toEqual(['bare']);
    expect(await kindsOf({ bare }, { parts: [box] })).toEqual(['bare']);
    expect(await kindsOf({ bare }, { hasBorder: true })).toEqual(['bare']);
  });

  it('catches letters where the app covers them, also of words that are turned, and letters that are too small', async () => {
    const safe = { is: { top: 30, right: 0, bottom: 40, left: 0 }, by };
    expect(await kindsOf({ safe }, { blocks: [block({ x: 20, y: 20, width: 50, height: 20 })] })).toEqual([
      'safe',
    ]);
    expect(await kindsOf({ safe }, { parts: [{ x: 0, y: 70, width: 20, height: 20 }] })).toEqual(['safe']);
    const level = { box: { x: 10, y: 35, width: 120, height: 12 }, size: 12 };
    expect(await kindsOf({ safe }, { blocks: [level] })).toEqual([]);
    expect(await kindsOf({ safe }, { blocks: [{ ...level, angle: 30 }] })).toEqual(['safe']);
    const small = { ...level, scales: [1, 0.5] };
    expect(await kindsOf({ letters: { is: 10, by } }, { blocks: [small] })).toEqual(['letters']);
  });

  it('names the rule and who says so, in both languages', async () => {
    const place = placeWith({ bytes: { is: 10_000, by } });
    const [told] = explainFindings(await judge(await png(), place, NOTHING), place);
    expect(told?.ko).toContain('‘어딘가’에서 받지 않을 수 있어요. 용량:');
    expect(told?.ko).toContain('안내, 2026-11-30');
    expect(told?.en).toContain('“somewhere” may refuse this file. file size:');
  });
});
