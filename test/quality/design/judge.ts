import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DesignFamily } from '../../../src/design/design-request.ts';
import { encodeJpeg } from '../../../src/imaging/encode-jpeg.ts';
import type { Format } from '../../../src/presets/format.ts';
import { type Composition, compositionOf } from './composition.ts';
import { type Look, lookOf } from './distance.ts';
import { glanceAt } from './glance.ts';
import { makeAd } from './make-ad.ts';
import type { Material, MaterialStore } from './material.ts';
import { productOnAd } from './product-on-ad.ts';
import { REQUESTS } from './requests.ts';
import { type Violation, violationsOf } from './violations.ts';

/** One ad that is to be judged. */
export interface Case {
  readonly family: DesignFamily;
  readonly format: Format;
  readonly material: Material;
  /** From 0. */
  readonly request: number;
}

export interface Judged extends Case {
  readonly refused?: undefined;
  /** What it is seen in, for people. */
  readonly picture: string;
  readonly violations: readonly Violation[];
  readonly composition: Composition;
  readonly look: Look;
  /** Milliseconds. */
  readonly took: number;
}

export interface Refused extends Case {
  readonly refused: string;
}

/** Longer side of the pictures for people, and their quality. */
const SEEN = { side: 720, quality: 85 };

/**
 * Makes an ad and measures it.
 *
 * @returns undefined where the request has no such material
 */
export async function judge(
  one: Case,
  store: MaterialStore,
  folder: string,
): Promise<Judged | Refused | undefined> {
  const { family, format, material, request } = one;
  const judged = REQUESTS[request];
  const prepared = judged && (await store.prepared(judged, material));
  if (prepared === undefined) return undefined;
  const { width, height } = format;
  const answer = await makeAd(prepared, [family], { width, height });
  if ('refused' in answer) return { ...one, refused: answer.refused };
  const { ad } = answer;
  const product = productOnAd(ad, prepared);
  const glance = glanceAt(ad.image);
  const picture = join(
    folder,
    format.key.replaceAll(/[:.]/g, '-'),
    `${family.key}-${request + 1}-${material}.jpg`,
  );
  await mkdir(dirname(picture), { recursive: true });
  await writeFile(picture, await encodeJpeg(ad.image, SEEN.side, SEEN.quality));
  return {
    ...one,
    picture,
    violations: await violationsOf(ad, prepared, product),
    composition: compositionOf(ad, product, glance),
    look: lookOf(ad, glance),
    took: ad.took,
  };
}

/** The command that makes and judges it again. */
export const again = ({ family, format, material, request }: Case): string =>
  `npm run quality -- design --families ${family.key} --formats ${format.key} --materials ${material} --only ${request + 1}`;
