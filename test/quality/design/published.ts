import { turnedBounds } from '../../../src/ad/geometry.ts';
import { defined } from '../../../src/collections/defined.ts';
import type { Matte } from '../../../src/imaging/raster.ts';
import { layoutMetrics } from '../../../src/layout/measure/layout-metrics.ts';
import { scoreLayout } from '../../../src/layout/measure/layout-score.ts';
import { legibilityOf } from '../../../src/layout/measure/legibility.ts';
import { type MeasuredLayout, measureLayout } from '../../../src/layout/measure/measure-layout.ts';
import { placeText } from '../../../src/layout/place-text.ts';
import type { Presets } from '../../../src/presets/presets.ts';
import { DesignMaterialNode } from '../../../src/workflow/nodes/design-material.ts';
import { faces } from '../../faces.ts';
import { directPool } from '../../workers/direct-pool.ts';
import { type AdvicePicture, advicePictures } from '../advice-pictures.ts';
import { reportWays } from '../layout.ts';
import { context } from './context.ts';
import { type MadeAd, makeAd } from './make-ad.ts';
import type { Prepared } from './material.ts';
import { productOnAd } from './product-on-ad.ts';

/** What papers measure of posters, of designs and of words placed on a scene by rules, for the same requests and products. */
export async function reportPublished(presets: Presets, log: (line: string) => void): Promise<void> {
  const scenes: MeasuredLayout[] = [];
  const designs: MeasuredLayout[] = [];
  for await (const picture of advicePictures(directPool)) {
    const { image, product } = picture.request;
    const prepared = await preparedOf(picture);
    const { width, height } = image;
    const answer = await makeAd(prepared, presets.designs.rows, { width, height });
    if ('refused' in answer) {
      log(`${picture.name}: ${answer.refused}`);
      continue;
    }
    scenes.push(measureLayout(image, placeText(picture.request, faces), faces, product));
    designs.push(measured(answer.ad, productOnAd(answer.ad, prepared).matte));
  }
  const ways = new Map([
    ['rules', scenes],
    ['designs', designs],
  ]);
  reportWays(ways, scenes.length, log);
}

async function preparedOf({ asked, brief, product }: AdvicePicture): Promise<Prepared> {
  if (product !== undefined) {
    const heroes = [{ source: { kind: 'photo', photo: 0 }, image: product }] as const;
    return { request: asked, brief, material: { heroes, pictures: [] } };
  }
  const none = { photos: [], products: [], confidences: [], cutEdges: [], things: [], picked: [] };
  const material = await new DesignMaterialNode().process(
    { ...none, ...defined({ hero: brief.hero }) },
    context,
  );
  return { request: asked, brief, material };
}

/** A design by the measures of words on a scene; turned words count with the upright box around them. */
function measured({ under, words }: MadeAd, product: Matte): MeasuredLayout {
  const blocks = words.blocks.map((block) => ({ ...block, box: turnedBounds(block.box, block.angle) }));
  const metrics = layoutMetrics(under, { ...words, blocks }, product);
  return { metrics, ...scoreLayout(words, metrics, legibilityOf(under, words, faces)) };
}
