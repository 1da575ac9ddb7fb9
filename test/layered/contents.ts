import type { AdCopy } from '../../src/ad/copy.ts';
import type { DesignLayout } from '../../src/ad/design.ts';
import type { Size } from '../../src/ad/geometry.ts';
import type { TextLayout } from '../../src/ad/layout.ts';
import { composeDesign } from '../../src/design/compose-design.ts';
import type { DesignRequest } from '../../src/design/design-request.ts';
import { paintDesign } from '../../src/design/paint/paint-design.ts';
import { paintParts } from '../../src/design/scene/paint-parts.ts';
import type { Raster } from '../../src/imaging/raster.ts';
import type { AdContent } from '../../src/layered/ad-content.ts';
import { drawText } from '../../src/typography/draw.ts';
import { designRequest, MATERIAL } from '../design/requests.ts';
import { faces } from '../faces.ts';

const COPY: AdCopy = {
  headline: '바삭 후라이드',
  badge: '2천원 할인',
  price: '~~18,000원~~ 14,900원',
  details: '매일 11:00~23:00\n월요일 휴무\n02-555-0142',
};

/** What a designed ad is drawn from, and the ad itself, drawn as the product draws it. */
export async function designedContent(
  size: Size,
  given: Partial<DesignRequest> = {},
  material: keyof typeof MATERIAL = 'cut-out',
): Promise<AdContent & { readonly ground: { readonly layout: DesignLayout } }> {
  const { heroes, pictures } = MATERIAL[material];
  const layout = await composeDesign(designRequest(COPY, size, { ...MATERIAL[material], ...given }));
  const shown = { heroes, photos: pictures };
  const text: TextLayout = {
    size,
    underlays: [],
    blocks: layout.blocks,
    why: [],
    warnings: [],
    decidedBy: 'test',
  };
  const placed = layout.parts ?? [];
  const lettered: Raster = drawText(paintDesign(layout, shown), text, faces);
  return {
    size,
    ground: { kind: 'design', layout, pictures: shown },
    text,
    placed,
    finished: paintParts({ image: lettered, placed }, faces),
  };
}

/** Mean difference of two pictures' colours, 0–255, both as opaque. */
export function meanDifference(a: Raster, b: Raster): number {
  if (a.width !== b.width || a.height !== b.height)
    throw new RangeError(`${a.width}×${a.height} is not ${b.width}×${b.height}`);
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) if (i % 4 < 3) sum += Math.abs((a.data[i] ?? 0) - (b.data[i] ?? 0));
  return sum / (3 * a.width * a.height);
}

/** How far two pictures of one size are light and dark in the same places: the correlation of their luma, −1 to 1. */
export function likeness(a: Raster, b: Raster): number {
  const luma = ({ data }: Raster, i: number): number =>
    0.2126 * (data[4 * i] ?? 0) + 0.7152 * (data[4 * i + 1] ?? 0) + 0.0722 * (data[4 * i + 2] ?? 0);
  const count = a.width * a.height;
  const sums = { a: 0, b: 0, aa: 0, bb: 0, ab: 0 };
  for (let i = 0; i < count; i++) {
    const [one, other] = [luma(a, i), luma(b, i)];
    sums.a += one;
    sums.b += other;
    sums.aa += one * one;
    sums.bb += other * other;
    sums.ab += one * other;
  }
  const spread = (sum: number, squares: number): number => squares / count - (sum / count) ** 2;
  return (
    (sums.ab / count - (sums.a * sums.b) / count ** 2) /
    Math.sqrt(spread(sums.a, sums.aa) * spread(sums.b, sums.bb))
  );
}
