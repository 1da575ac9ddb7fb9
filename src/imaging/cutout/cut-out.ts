import type { Box, Size } from '../../ad/geometry.ts';
import { cropRaster } from '../crop.ts';
import { resizeRaster } from '../filter.ts';
import { alphaOf, createMatte, createPlane, createRaster, type Plane, type Raster } from '../raster.ts';
import { NO_PRODUCT_FOUND } from './confidence/advice.ts';
import { maskOfShares, measureSignals } from './confidence/signals.ts';
import type { Cutout } from './cutout.ts';
import { hasCutoutAlpha, withoutBakedShadow } from './existing-alpha.ts';
import type { Found, FoundMap } from './found-map.ts';
import { type Mask, maskOf, planeOf } from './mask.ts';
import { assembleCutout, CHOKE, choke, LIGHT_CHOKE } from './matting/assemble-cutout.ts';
import { foregroundColours } from './matting/foreground-colours.ts';
import { maskOfMap, votesOf } from './matting/mask-of-map.ts';
import { priorOf } from './matting/prior.ts';
import { bandOf, partAround } from './matting/product-part.ts';
import { type MaskPlace, refineMatte } from './matting/refine-matte.ts';
import { seenThrough } from './matting/see-through.ts';
import { withWholeRegions } from './matting/whole-regions.ts';
import { READY, SHADOW_REMOVED } from './reasons.ts';
import { type RuleSegmentation, segmentAlone, segmentBesideModel } from './segment-by-rules.ts';
import type { PhotoAnalysis } from './segmentation/photo-analysis.ts';
import type { Segmentation } from './segmentation/segment.ts';
import { type FoundThings, findThings } from './things/find-things.ts';
import { pickThings, withoutOthers } from './things/pick-things.ts';
import { withConfidence } from './with-confidence.ts';

export interface CutOutRequest {
  readonly photo: Raster;
  /** What a model found; absent = by rules alone. */
  readonly found?: Found;
  /** What `segmentBesideModel` said of the photo meanwhile; absent = it is asked now. Without a model it is not looked at. */
  readonly byRules?: RuleSegmentation;
  /** Which of the things is meant, from 1; 0 = all; absent = the default. */
  readonly pick?: number;
}

/**
 * Longer side at which the product's mask is made from a model's maps: of a smaller photo too, whose pixels would be
 * wider than the maps'.
 */
const WORKING_SIDE = 400;

/** Longer side at which the matte is worked out; larger photos get it enlarged. */
const MATTE_SIDE = 2048;

/** A map whose largest value is below this has found nothing. */
const FOUND = 0.5;

const STEPS = 4;

/**
 * Takes the product out of a photo: what it is from a model where there is one, by rules alone where not; where its
 * edge runs from the pixels. A photo with real alpha is used as it is, but for a shadow that was baked into it. The same
 * photo gives the same cut-out.
 *
 * @param onStep told after each of four steps
 * @returns a cut-out whose confidence says how far to trust it; where nothing was found, the whole photo at 0
 * @throws UserError `pick-unknown` where there are not so many things
 */
export function cutOut(
  { photo, found, byRules, pick }: CutOutRequest,
  onStep: (step: number, steps: number) => void = () => undefined,
): Cutout {
  if (hasCutoutAlpha(photo)) return asItIs(photo, pick);
  if (found?.maps[0]?.map.data.every((value) => value < FOUND)) return wholePhoto(photo);
  const { analysis, background, own } =
    found === undefined ? segmentAlone(photo) : (byRules ?? segmentBesideModel(photo));
  onStep(1, STEPS);
  const subject =
    found === undefined
      ? subjectOf(own, analysis, photo, pick)
      : subjectFound(found, own && votesOf(own.mask, background), photo, pick);
  if (!subject?.mask.data.includes(1)) return wholePhoto(photo);
  onStep(2, STEPS);
  const work = reduced(photo, MATTE_SIDE);
  const rough = refineMatte(work, subject.small, subject.mask, placeOn(work, photo, subject));
  const shares = choke(rough, found === undefined ? CHOKE : LIGHT_CHOKE);
  onStep(3, STEPS);
  const colours = foregroundColours(work, shares);
  const glass = seenThrough(work, shares, colours);
  const { image, matte } = assembleCutout(photo, glass?.shares ?? shares, glass?.colours ?? colours);
  onStep(4, STEPS);
  const map = subject.maps && priorOf(subject.maps, wholeOf(photo), analysis);
  const mask = maskOfShares(shares, analysis);
  const second = own && { ...own, mask: subject.among(own.mask) };
  const chosenOnly = subject.picked.length < subject.things.length;
  const meant = chosenOnly ? subject.among(maskOf(mask.width, mask.height, () => true)) : undefined;
  const signals = measureSignals({
    analysis,
    background,
    mask,
    own: second,
    map,
    meant,
    steady: found?.steady,
  });
  return withConfidence(
    {
      image,
      matte,
      things: subject.things,
      picked: subject.picked,
      signals,
      ...(glass === undefined ? {} : { groundTakenOut: true }),
    },
    { by: found?.by, pick },
  );
}

/** What is meant, before its edge is looked at. */
interface Subject extends Pick<Cutout, 'things' | 'picked'> {
  /** The part of the photo that it was looked for in. */
  readonly part: Box;
  /** That part at the mask's size. */
  readonly small: Raster;
  readonly mask: Mask;
  /** Pixels of the mask's size within which its outline is known. */
  readonly band?: number | undefined;
  /** What a model found of it. */
  readonly maps?: readonly FoundMap[];
  /** A mask of the whole photo, of any size, without the things that are not meant. */
  among(mask: Mask): Mask;
}

/** What the classical way found: all of it, unless somebody chooses, for it may have lost what holds the pieces together. */
function subjectOf(
  own: Segmentation | undefined,
  { small }: PhotoAnalysis,
  photo: Raster,
  pick: number | undefined,
): Subject | undefined {
  if (own === undefined) return undefined;
  const things = findThings(planeOf(own.mask), photo, { cutOut: true });
  const picked = pickThings(things, pick);
  const among = (mask: Mask): Mask => maskOfPicked(mask, photo, things, picked);
  return { part: wholeOf(photo), small, mask: among(own.mask), things: things.things, picked, among };
}

/** What a model found. */
function subjectFound(
  { maps, things: known }: Found,
  votes: Plane | undefined,
  photo: Raster,
  pick: number | undefined,
): Subject {
  const things = known ?? findThings(maps[0]!.map, photo);
  const picked = pickThings(things, pick);
  const kept = maps.map(({ map, box }) => ({ box, map: withoutOthers(map, box, photo, things, picked) }));
  const part = partAround(kept[0]!, photo);
  const small = broughtTo(cropRaster(photo, part), WORKING_SIDE);
  const map = priorOf(kept, part, small);
  const mask = withWholeRegions(
    maskOfMap(map, votes && priorOf([{ map: votes, box: wholeOf(photo) }], part, small)),
    small,
    map,
  );
  const among = (other: Mask): Mask => maskOfPicked(other, photo, things, picked);
  return {
    part,
    small,
    mask,
    band: bandOf(kept, part, small),
    maps: kept,
    things: things.things,
    picked,
    among,
  };
}

/** Where the subject's mask lies on the photo at another size. */
function placeOn(work: Size, photo: Size, { part, band }: Subject): MaskPlace {
  const [perX, perY] = [work.width / photo.width, work.height / photo.height];
  const place = { x: part.x * perX, y: part.y * perY, width: part.width * perX, height: part.height * perY };
  return { part: place, band };
}

/** A mask without the things that are not meant. */
function maskOfPicked(mask: Mask, photo: Raster, things: FoundThings, picked: readonly number[]): Mask {
  const kept = withoutOthers(planeOf(mask), wholeOf(photo), photo, things, picked);
  return maskOf(mask.width, mask.height, (i) => kept.data[i]! > 0);
}

const wholeOf = ({ width, height }: Size) => ({ x: 0, y: 0, width, height });

function reduced(photo: Raster, side: number): Raster {
  return broughtTo(photo, Math.min(side, Math.max(photo.width, photo.height)));
}

function broughtTo(photo: Raster, side: number): Raster {
  const ratio = side / Math.max(photo.width, photo.height);
  return resizeRaster(
    photo,
    Math.max(1, Math.round(photo.width * ratio)),
    Math.max(1, Math.round(photo.height * ratio)),
  );
}

/** A photo that came cut out: all of it is meant, unless somebody chooses. */
function asItIs(photo: Raster, pick: number | undefined): Cutout {
  const clean = withoutBakedShadow(photo);
  const image = clean ?? photo;
  const why = clean === undefined ? [READY] : [READY, SHADOW_REMOVED];
  const matte = alphaOf(image);
  const plane = createPlane(matte.width, matte.height);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = matte.data[i]! / 255;
  const things = findThings(plane, image, { cutOut: true });
  const picked = pickThings(things, pick);
  const kept = withoutOthers(plane, wholeOf(photo), photo, things, picked);
  if (pick !== undefined && kept !== plane) {
    const part = keptOf(image, kept);
    return {
      image: part,
      matte: alphaOf(part),
      confidence: 1,
      whole: true,
      things: things.things,
      picked,
      why,
    };
  }
  return { image, matte, confidence: 1, whole: true, things: things.things, picked, why };
}

/** The picture where `kept` is above 0; empty elsewhere. */
function keptOf(image: Raster, kept: Plane): Raster {
  const out = createRaster(image.width, image.height);
  for (let i = 0; i < kept.data.length; i++) {
    if (kept.data[i]! > 0) out.data.set(image.data.subarray(i * 4, i * 4 + 4), i * 4);
  }
  return out;
}

function wholePhoto(photo: Raster): Cutout {
  const matte = createMatte(photo.width, photo.height);
  matte.data.fill(255);
  return { image: photo, matte, confidence: 0, things: [], picked: [], why: [NO_PRODUCT_FOUND] };
}
