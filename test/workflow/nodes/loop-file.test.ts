import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/ad/place.ts';
import type { Recipe } from '../../../src/ad/recipe.ts';
import { loopFacts } from '../../../src/imaging/animation/loop-facts.ts';
import { rasterOf } from '../../../src/imaging/raster.ts';
import type { Loop } from '../../../src/motion/loop.ts';
import { judgeLoop } from '../../../src/publish/judge-loop.ts';
import { LoopFileNode } from '../../../src/workflow/nodes/loop-file.ts';
import { designLoop } from '../../motion/loops.ts';
import { by, placeWith } from '../../publish/places.ts';
import { context } from '../../quality/design/context.ts';

const recipe: Recipe = JSON.parse(
  readFileSync(new URL('../../fixtures/recipes/photo.json', import.meta.url), 'utf8'),
);

/** As hard to pack as a photo of grass: no pixel is its neighbour's colour. */
function grassy(): Loop {
  const loop = designLoop();
  const data = Uint8ClampedArray.from(loop.still.data, (value, i) =>
    i % 4 === 3 ? value : value * 0.7 + ((i * 2654435761) >>> 24) * 0.3,
  );
  const still = rasterOf({ ...loop.size, data });
  return { ...loop, still, items: loop.items.map((item, i) => (i === 0 ? { ...item, image: still } : item)) };
}

/** Bytes for fewer colours and frames, and for less in motion. */
const LITTLE = 12_000;

const message = (bytes: number, scale: number): Place =>
  placeWith({
    pixels: { is: { width: 360, height: 360 }, by },
    bytes: { is: bytes, by },
    motion: { is: { files: ['gif'], scale }, by },
  });

async function made(loop: Loop, place: Place) {
  const out = await new LoopFileNode().process(
    { loop, kind: 'gif', recipe, place },
    {
      ...context,
      render: { ...context.render, threads: 2 },
    },
  );
  const bytes = Buffer.from(out.file ?? '', 'base64');
  const findings = await judgeLoop({ bytes, kind: 'gif', still: loop.still, seconds: loop.seconds }, place);
  return { ...out, bytes, findings, facts: await loopFacts(bytes) };
}

describe('the file of a moving ad', () => {
  it('has fewer colours, frames and pixels until it fits its place, and says that it is smaller', async () => {
    const { bytes, findings, facts, warnings } = await made(grassy(), message(60_000, 0.5));
    expect(bytes.length).toBeLessThanOrEqual(60_000);
    expect(facts.width).toBeLessThan(360);
    expect(findings).toEqual([]);
    expect(warnings.map(({ en }) => en).join()).toContain(`reduced to ${facts.width}×${facts.height}`);
  });

  it('keeps its size where its place takes no other, and what cannot be had the judge says', async () => {
    const { findings, facts, warnings } = await made(grassy(), message(10_000, 1));
    expect(facts.width).toBe(360);
    expect(findings.map(({ kind }) => kind)).toEqual(['bytes']);
    expect(warnings).toEqual([]);
  });

  it('lets less move where all in motion is too much for its place, and says so', async () => {
    const { bytes, findings, facts, warnings } = await made(designLoop(), message(LITTLE, 1));
    expect(bytes.length).toBeLessThanOrEqual(LITTLE);
    expect(findings).toEqual([]);
    expect(facts.delays.length).toBeGreaterThan(2);
    expect(warnings.map(({ en }) => en)).toEqual([expect.stringContaining('what moved most stands still')]);
  });

  it('is as good as it can be where there are bytes enough', async () => {
    const { facts, findings, warnings } = await made(designLoop(), message(3_000_000, 0.5));
    expect(facts.width).toBe(360);
    expect(findings).toEqual([]);
    expect(warnings).toEqual([]);
  });
});
