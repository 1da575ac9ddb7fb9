import type { DesignLayer } from '../../../src/ad/design.ts';
import { turnedBounds } from '../../../src/ad/geometry.ts';
import { defined } from '../../../src/collections/defined.ts';
import { paintDesign } from '../../../src/design/paint/paint-design.ts';
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
import { type Prepared, tradesOf } from './material.ts';
import { productOnAd } from './product-on-ad.ts';

/** What papers measure of posters, of designs and of words placed on a scene by rules, for the same requests and products. */
export async function reportPublished(presets: Presets, log: (line: string) => void): Promise<void> {
  const scenes: MeasuredLayout[] = [];
  const designs: MeasuredLayout[] = [];
  const withFields: MeasuredLayout[] = [];
  for await (const picture of advicePictures(directPool)) {
    const { image, product } = picture.request;
    const prepared = await preparedOf(picture, presets);
    const { width, height } = image;
    const answer = await makeAd(prepared, presets.designs.rows, { width, height });
    if ('refused' in answer) {
      log(`${picture.name}: ${answer.refused}`);
      continue;
    }
    scenes.push(measureLayout(image, placeText(picture.request, faces), faces, product));
    const { matte } = productOnAd(answer.ad, prepared);
    designs.push(measured(answer.ad, prepared, matte, false));
    withFields.push(measured(answer.ad, prepared, matte, true));
  }
  const ways = new Map([
    ['rules', scenes],
    ['designs', designs],
    ['cards as picture', withFields],
  ]);
  reportWays(ways, scenes.length, log);
}

async function preparedOf({ asked, brief, product }: AdvicePicture, presets: Presets): Promise<Prepared> {
  const trades = tradesOf(brief, presets);
  if (product !== undefined) {
    const heroes = [{ source: { kind: 'photo', photo: 0 }, image: product }] as const;
    return { request: asked, brief, trades, material: { heroes, pictures: [] } };
  }
  const none = { photos: [], products: [], confidences: [], cutEdges: [], things: [], picked: [] };
  const material = await new DesignMaterialNode().process(
    { ...none, ...defined({ hero: brief.hero }) },
    context,
  );
  return { request: asked, brief, trades, material };
}

/** What a design lays under its words: in the papers these are elements of the layout, and no part of the picture. */
const UNDERLAYS: ReadonlySet<DesignLayer['kind']> = new Set([
  'box',
  'disc',
  'arch',
  'burst',
  'blob',
  'ticket',
  'frame',
  'ring',
]);

/**
 * A design by the measures of words on a scene; turned words count with the upright box around them. What words occlude is
 * measured on the picture without the design's cards, bands and discs, unless these are wanted as part of it.
 */
function measured(
  { design, under, words }: MadeAd,
  { material }: Prepared,
  product: Matte,
  withFields: boolean,
): MeasuredLayout {
  const blocks = words.blocks.map((block) => ({ ...block, box: turnedBounds(block.box, block.angle) }));
  const layout = { ...words, blocks };
  const [ground, ...others] = design.layers;
  const layers = [...(ground ? [ground] : []), ...others.filter(({ kind }) => !UNDERLAYS.has(kind))];
  const picture = withFields
    ? under
    : paintDesign({ ...design, layers }, { heroes: material.heroes, photos: material.pictures });
  const { occ, uti } = layoutMetrics(picture, layout, product);
  const metrics = { ...layoutMetrics(under, layout, product), occ, uti };
  return { metrics, ...scoreLayout(words, metrics, legibilityOf(under, words, faces)) };
}
