import type { Size } from '../ad/geometry.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { LoopKind } from '../ad/motion.ts';
import type { Place } from '../ad/place.ts';
import { defined } from '../collections/defined.ts';
import { loopFacts, loopFrame, meanDifference } from '../imaging/animation/loop-facts.ts';
import { videoFacts } from '../imaging/animation/mp4-facts.ts';
import { resizeRaster } from '../imaging/filter.ts';
import type { Raster } from '../imaging/raster.ts';
import type { Finding } from './finding.ts';
import { leastScale, loopBytes } from './fit-loop.ts';

/** A moving ad, and what it is to be. */
export interface JudgedLoop {
  readonly bytes: Uint8Array;
  readonly kind: LoopKind;
  /** The ad at rest. */
  readonly still: Raster;
  readonly seconds: number;
}

/** Mean difference of a channel, of 255, up to which the first frame counts as the ad: a GIF has 255 colours. */
const ALIKE = 12;

/** Holds a moving ad against what holds for all of them, and against the rules of its place. None found = it is taken. */
export async function judgeLoop(loop: JudgedLoop, place?: Place): Promise<readonly Finding[]> {
  const found = loop.kind === 'mp4' ? ofVideo(loop) : await ofAnimation(loop, leastScale(place));
  const rule = place?.motion;
  if (place !== undefined && !rule?.is.files.some((kind) => kind === loop.kind))
    found.push({
      kind: 'file',
      found: both(`${loop.kind} (${[...place.files.is, ...(rule?.is.files ?? [])].join(', ')})`),
      by: rule?.by ?? place.files.by,
    });
  const limit = loopBytes(place);
  if (loop.bytes.length > limit)
    found.push({
      kind: 'bytes',
      found: both(`${Math.ceil(loop.bytes.length / 1000)} kB > ${Math.ceil(limit / 1000)} kB`),
      ...defined({ by: rule?.is.bytes === undefined ? place?.bytes?.by : rule.by }),
    });
  return found;
}

const both = (text: string): LocalizedText => ({ ko: text, en: text });

const UNREADABLE: Finding = {
  kind: 'unreadable',
  found: { ko: '파일이 열리지 않아요', en: 'the file cannot be opened' },
};

function sizeFinding({ width, height }: Size, wanted: Size): readonly Finding[] {
  if (width === wanted.width && height === wanted.height) return [];
  return [{ kind: 'pixels', found: both(`${width}×${height} ≠ ${wanted.width}×${wanted.height}`) }];
}

/** Whether a size is another one reduced as a whole, to no less than a share of it. */
function isScaled({ width, height }: Size, whole: Size, least: number): boolean {
  const scale = width / whole.width;
  return scale < 1 && scale >= least - 0.01 && Math.abs(whole.height * scale - height) <= 1;
}

function ofVideo({ bytes, still }: JudgedLoop): Finding[] {
  const facts = videoFacts(bytes);
  if (facts === undefined) return [UNREADABLE];
  const even = { width: still.width - (still.width % 2), height: still.height - (still.height % 2) };
  const found: Finding[] = [...sizeFinding(facts, even)];
  if (!facts.isH264 || !facts.isFast) found.push({ kind: 'file', found: both('H.264, moov < mdat') });
  return found;
}

async function ofAnimation(
  { bytes, kind, still: whole, seconds }: JudgedLoop,
  least: number,
): Promise<Finding[]> {
  const facts = await loopFacts(bytes).catch(() => undefined);
  const first = facts && (await loopFrame(bytes, 0).catch(() => undefined));
  const last = facts && (await loopFrame(bytes, facts.delays.length - 1).catch(() => undefined));
  if (facts === undefined || first === undefined || last === undefined || facts.kind !== kind)
    return [UNREADABLE];
  const isSmaller = isScaled(facts, whole, least);
  const still = isSmaller ? resizeRaster(whole, facts.width, facts.height) : whole;
  const found: Finding[] = [...sizeFinding(facts, still)];
  const length = facts.delays.reduce((sum, delay) => sum + delay, 0);
  if (Math.abs(length - 1000 * seconds) > 50)
    found.push({ kind: 'file', found: both(`${length} ms ≠ ${1000 * seconds} ms`) });
  if (!facts.xmp.includes('<Iptc4xmpExt:DigitalSourceType>'))
    found.push({
      kind: 'labels',
      found: { ko: '어떻게 만든 그림인지 적혀 있지 않아요', en: 'it does not say how the picture was made' },
    });
  if (found.length === 0 && (meanDifference(first, still) > ALIKE || meanDifference(last, still) > ALIKE))
    found.push({
      kind: 'unreadable',
      found: { ko: '첫 장면이 광고와 달라요', en: 'its first frame is not the ad' },
    });
  return found;
}
