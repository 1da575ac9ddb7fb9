import { describe, expect, it } from 'vitest';
import type { Box, Size } from '../../../src/ad/geometry.ts';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import { suitsSheet } from '../../../src/design/choose/rank-families.ts';
import { createPromptWriter } from '../../../src/engines/offline/prompt-writer.ts';
import { drawn } from '../../../src/imaging/canvas.ts';
import { createMatte } from '../../../src/imaging/raster.ts';
import { designPresets, families, MATERIAL } from '../../design/requests.ts';
import { context } from './context.ts';
import { type MadeAd, makeAd } from './make-ad.ts';
import { type Prepared, tradesOf } from './material.ts';
import { type ProductOnAd, productOnAd } from './product-on-ad.ts';
import { REQUESTS } from './requests.ts';
import { violationsOf } from './violations.ts';

const writer = createPromptWriter({ presets: designPresets, now: () => new Date('2026-11-30T03:00:00Z') });

async function prepared(text: string, material: Prepared['material']): Promise<Prepared> {
  const request = parseRequest({ text, photos: [], seed: 7 }, designPresets.requestRules);
  const brief = await writer.write(request, { signal: context.signal });
  return { request, brief, trades: tradesOf(brief, designPresets), material };
}

const SIZES: readonly Size[] = [
  { width: 640, height: 640 },
  { width: 640, height: 800 },
  { width: 540, height: 960 },
  { width: 960, height: 540 },
  { width: 900, height: 471 },
  { width: 970, height: 250 },
  { width: 1456, height: 180 },
  { width: 400, height: 800 },
  { width: 320, height: 1200 },
];

const materials = Object.values(MATERIAL);

describe('an ad of any family', () => {
  // What is cut round has no format: test/publish/round-cut.test.ts makes its ads.
  const straight = families.filter(({ suits }) => suits.cut === undefined);
  it.each(straight.map((family, i) => [family.key, family, i] as const))(
    '%s breaks no rule',
    async (_key, family, turn) => {
      let made = 0;
      const sizes = SIZES.filter((size) => suitsSheet(family, size));
      for (const [i, size] of sizes.entries()) {
        for (const [j, material] of materials.entries()) {
          const judged = REQUESTS[(turn + 4 * i + 7 * j) % REQUESTS.length];
          if (judged === undefined || (turn + i + j) % 2 === 1) continue;
          const given = await prepared(judged.text, material);
          const answer = await makeAd(given, [family], size);
          if ('refused' in answer) continue;
          made++;
          expect(await violationsOf(answer.ad, given, productOnAd(answer.ad, given))).toEqual([]);
        }
      }
      // A family that only few requests suit is shown one of them.
      for (const { text } of made === 0 ? REQUESTS : []) {
        const [material] = materials.filter(
          (one) => one.pictures.length > 0 === (family.suits.material[0] === 'picture'),
        );
        const given = await prepared(text, material ?? MATERIAL.none);
        const answer = await makeAd(given, [family], sizes[made] ?? { width: 640, height: 640 });
        if ('refused' in answer) continue;
        made++;
        expect(await violationsOf(answer.ad, given, productOnAd(answer.ad, given))).toEqual([]);
      }
      expect(made).toBeGreaterThan(0);
    },
  );
});

describe('the judge', async () => {
  const given = await prepared(REQUESTS[8]?.text ?? '', MATERIAL['cut-out']);
  const family = families.find(({ key }) => key === 'price-burst');
  const answer = family && (await makeAd(given, [family], { width: 640, height: 640 }));
  if (answer === undefined || 'refused' in answer) throw new Error('No ad to plant faults in');
  const { ad } = answer;
  const product = productOnAd(ad, given);
  const rulesOf = async (made: MadeAd, shown: ProductOnAd = product): Promise<readonly string[]> =>
    (await violationsOf(made, given, shown)).map(({ rule }) => rule);
  const [first, ...others] = ad.design.blocks;
  if (first === undefined) throw new Error('The ad has no words');
  const withFirst = (change: Partial<typeof first>): MadeAd => ({
    ...ad,
    design: { ...ad.design, blocks: [{ ...first, ...change }, ...others] },
  });
  const at = (x: number, y: number): Box => ({ ...first.box, x, y });
  /** The ad's ground, left and right of its first words' middle in two colours. */
  const parted = drawn(640, 640, (canvas) => {
    canvas.fillStyle = '#101010';
    canvas.fillRect(0, 0, 640, 640);
    canvas.fillStyle = '#303a80';
    canvas.fillRect(0, 0, first.box.x + first.box.width / 2, 640);
  });

  it('finds nothing in an ad that is as it should be', async () => {
    expect(await rulesOf(ad)).toEqual([]);
  });

  it.each([
    ['contrast', withFirst({ colour: '#777777' })],
    ['margin', withFirst({ box: at(2, first.box.y) })],
    ['overlap', withFirst({ box: others[0]?.box ?? first.box })],
    ['apart', withFirst({ lines: ['봄', '맛'], size: 40, lineHeight: 6 })],
    ['small', withFirst({ size: 9 })],
    ['lost', { ...ad, design: { ...ad.design, blocks: others } }],
    ['straddle', { ...ad, under: parted }],
    ['straddle', { ...ad, under: parted, design: withFirst({ angle: -6 }).design }],
  ])('finds a planted fault: %s', async (rule, made) => {
    expect(await rulesOf(made)).toContain(rule);
  });

  it('finds words on the product, and a product behind something', async () => {
    const everywhere = createMatte(640, 640);
    everywhere.data.fill(255);
    const found = await rulesOf(ad, { ...product, matte: everywhere, hidden: 0.2 });
    expect(found).toEqual(expect.arrayContaining(['product', 'hidden']));
  });

  it('finds words where an app lays its buttons over a story', async () => {
    const size = { width: 360, height: 640 };
    const made = withFirst({ box: at(40, 30) });
    expect(await rulesOf({ ...made, design: { ...made.design, size } })).toContain('safe zone');
  });

  it('finds a QR code that was asked for and is not there', async () => {
    const asked = { ...given, request: { ...given.request, parts: { qr: 'https://shop.example' } } };
    expect((await violationsOf(ad, asked, product)).map(({ rule }) => rule)).toContain('qr');
  });
});
