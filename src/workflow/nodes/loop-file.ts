import type { Size } from '../../ad/geometry.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { LoopKind } from '../../ad/motion.ts';
import type { Place } from '../../ad/place.ts';
import type { Recipe } from '../../ad/recipe.ts';
import { muxGif } from '../../imaging/animation/gif.ts';
import { muxWebp } from '../../imaging/animation/webp.ts';
import { xmpPacket } from '../../imaging/xmp.ts';
import { calmLoop } from '../../motion/calm-loop.ts';
import type { FramePart, PartEncoding } from '../../motion/encode-frames.ts';
import type { Loop } from '../../motion/loop.ts';
import { encodeMp4 } from '../../motion/video/encode-mp4.ts';
import {
  bestWithin,
  type LoopEncoding,
  leastScale,
  loopBytes,
  loopEncodings,
  nextEncoding,
  playsAt,
} from '../../publish/fit-loop.ts';
import { labelsOf } from '../../publish/labels.ts';
import { CALMER, NO_PROGRAM, NO_VIDEO, NO_VIDEO_BUT, SMALLER } from '../../publish/loop-warnings.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly loop: Loop;
  readonly kind: LoopKind;
  /** WrittenLoop where this machine cannot make that kind. */
  readonly instead?: LoopKind;
  /** Of the ad, for its labels; it always has one. */
  readonly recipe: Recipe | undefined;
  readonly place?: Place;
}

interface Outputs {
  /** The file's bytes in base64, by which they can be kept; absent where this machine cannot make one. */
  readonly file?: string;
  /** What it is. */
  readonly made: LoopKind;
  readonly frames: number;
  /** Its pixels; absent = the ad's. */
  readonly size?: Size;
  readonly warnings: readonly LocalizedText[];
}

/** Ways of writing that are tried at most, before less moves. */
const MAX_TRIES = 4;

/** Makes a moving ad a file: as good as there are bytes for it. */
export class LoopFileNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'LoopFileNode';
  readonly version = 6;

  async process(inputs: Inputs, context: NodeContext): Promise<Outputs> {
    const { kind, place, instead } = inputs;
    const limit = loopBytes(place);
    const fps = Math.min(inputs.loop.fps, place?.motion?.is.fps ?? inputs.loop.fps);
    // A video has bytes enough at its own size.
    const encodings = loopEncodings(kind, fps, kind === 'mp4' ? 1 : leastScale(place));
    const made = await fitted(inputs, encodings, limit, context);
    if (typeof made === 'string') {
      // Tomorrow there may be one.
      context.doNotCache();
      if (instead === undefined || instead === kind)
        return { made: kind, frames: 0, warnings: [made === 'no-program' ? NO_PROGRAM : NO_VIDEO] };
      const { instead: _, ...again } = inputs;
      const other = await this.process({ ...again, kind: instead }, context);
      return { ...other, warnings: [NO_VIDEO_BUT(instead), ...other.warnings] };
    }
    const calmer = made.bytes.length > limit ? await calmed(inputs, encodings, limit, context) : undefined;
    const { bytes, frames, size } = calmer ?? made;
    const isSmaller = size.width < inputs.loop.size.width;
    const warnings = [
      ...(isSmaller ? [SMALLER(size, limit)] : []),
      ...(calmer === undefined ? [] : [CALMER(limit)]),
    ];
    return { file: bytes.toString('base64'), made: kind, frames, ...(isSmaller ? { size } : {}), warnings };
  }
}

/** The loop with less in motion, as well written as it then fits into a limit; undefined where that is not enough either. */
async function calmed(
  inputs: Inputs,
  encodings: readonly LoopEncoding[],
  limit: number,
  context: NodeContext,
): Promise<WrittenLoop | undefined> {
  const smallest = encodings.at(-1);
  if (smallest === undefined) return undefined;
  for (let loop = calmLoop(inputs.loop); loop !== undefined; loop = calmLoop(loop)) {
    const made = await writeLoop({ ...inputs, loop }, smallest, context);
    if (typeof made === 'string') return undefined;
    if (made.bytes.length > limit) continue;
    // In other pixels the still itself, with which all begins, takes more than what moves.
    const alike = encodings.filter(({ scale }) => scale === smallest.scale);
    const better = bestWithin(alike, (smallest.share * limit) / made.bytes.length);
    const finer = better && better !== smallest && (await writeLoop({ ...inputs, loop }, better, context));
    return typeof finer === 'object' && finer.bytes.length <= limit ? finer : made;
  }
  return undefined;
}

/** The loop in the best of some ways that fits into a limit; the smallest of those tried where none does. */
async function fitted(
  inputs: Inputs,
  encodings: readonly LoopEncoding[],
  limit: number,
  context: NodeContext,
): Promise<WrittenLoop | 'no-program' | 'failed'> {
  let smallest: WrittenLoop | undefined;
  let encoding = encodings[0];
  for (let tried = 1; tried <= MAX_TRIES && encoding !== undefined; tried++) {
    const made = await writeLoop(inputs, encoding, context);
    if (typeof made === 'string') return made;
    if (smallest === undefined || made.bytes.length < smallest.bytes.length) smallest = made;
    if (made.bytes.length <= limit) break;
    encoding =
      tried + 1 === MAX_TRIES && encoding !== encodings.at(-1)
        ? encodings.at(-1)
        : nextEncoding(encodings, encoding, limit / made.bytes.length);
  }
  if (smallest === undefined) throw new RangeError('A moving ad is written in one way at least');
  return smallest;
}

/** Frames that a thread paints in one go: a second's worth, after which others have their turn. */
const CHUNK = 8;

/** Frames of a video that are held at once. */
const VIDEO_CHUNK = 4;

/** Milliseconds that a video may take. */
const VIDEO_TIMEOUT = 60_000;

/** A loop as a file. */
interface WrittenLoop {
  readonly bytes: Buffer;
  readonly frames: number;
  readonly size: Size;
}

/** A loop as a file of its kind, painted by all threads; or why this machine cannot make one. */
async function writeLoop(
  { loop: whole, kind, recipe, place }: Inputs,
  encoding: LoopEncoding,
  context: NodeContext,
): Promise<WrittenLoop | 'no-program' | 'failed'> {
  const { fps, level, scale } = encoding;
  const { render, signal } = context;
  const loop = scale === 1 ? whole : await render.run('scale-loop', { loop: whole, scale }, { signal });
  const { size } = loop;
  const count = Math.round(loop.seconds * fps);
  if (recipe === undefined) throw new RangeError('A moving ad has a recipe');
  const labels = labelsOf(recipe, place);
  const xmp = xmpPacket(labels);
  const plays = playsAt(place, loop.seconds);
  switch (kind) {
    case 'webp': {
      const parts = await partsOf(loop, fps, count, { kind, quality: level }, context);
      const frames = timed(parts, count, fps, 1000);
      const shown = frames.map(({ box, bytes, units }) => ({ box, part: bytes, milliseconds: units }));
      return { bytes: muxWebp(loop.size, shown, { xmp, plays }), frames: frames.length, size };
    }
    case 'gif': {
      const palette = await render.run('loop-palette', { loop, colours: level }, { signal });
      const dither = level > 63 ? 1 : 0.5;
      const parts = await partsOf(loop, fps, count, { kind, palette, dither }, context);
      const frames = timed(parts, count, fps, 100);
      const shown = frames.map(({ box, bytes, units }) => ({ box, packed: bytes, hundredths: units }));
      return { bytes: muxGif(loop.size, palette, shown, { xmp, plays }), frames: frames.length, size };
    }
    case 'mp4': {
      const { seconds } = loop;
      const frames = wholeFrames(loop, fps, count, context);
      const made = await encodeMp4(frames, {
        size,
        fps,
        seconds,
        crf: level,
        title: labels.alt,
        signal,
        timeout: VIDEO_TIMEOUT,
      });
      return typeof made === 'string' ? made : { bytes: made, frames: count, size };
    }
  }
}

/** All parts of the loop, painted by as many threads as there are. */
async function partsOf(
  loop: Loop,
  fps: number,
  count: number,
  encoding: PartEncoding,
  { render, signal, progress }: NodeContext,
): Promise<readonly FramePart[]> {
  const chunks = Array.from({ length: Math.ceil(count / CHUNK) }, (_, i) => i * CHUNK);
  const done: (readonly FramePart[])[] = [];
  let next = 0;
  let finished = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < chunks.length; i = next++) {
      const from = chunks[i] ?? 0;
      const to = Math.min(count, from + CHUNK);
      done[i] = await render.run('frame-parts', { loop, fps, from, to, encoding }, { signal });
      finished += to - from;
      progress(finished, count);
    }
  };
  await Promise.all(Array.from({ length: render.threads }, work));
  return done.flat();
}

/** Each part with how long it is shown, in units of which a second has so many: what stands still is shown for longer. */
function timed(
  parts: readonly FramePart[],
  count: number,
  fps: number,
  second: number,
): readonly (FramePart & { readonly units: number })[] {
  const at = (frame: number): number => Math.round((frame * second) / fps);
  return parts.map((part, i) => ({ ...part, units: at(parts[i + 1]?.frame ?? count) - at(part.frame) }));
}

async function* wholeFrames(
  loop: Loop,
  fps: number,
  count: number,
  { render, signal, progress }: NodeContext,
): AsyncGenerator<Uint8Array> {
  const ask = (from: number): Promise<readonly Uint8Array[]> =>
    render.run('whole-frames', { loop, fps, from, to: Math.min(count, from + VIDEO_CHUNK) }, { signal });
  let coming = ask(0);
  for (let from = 0; from < count; from += VIDEO_CHUNK) {
    const frames = await coming;
    if (from + VIDEO_CHUNK < count) {
      coming = ask(from + VIDEO_CHUNK);
      // Whoever stops reading lets it go; its error is told where it is waited for.
      coming.catch(() => {});
    }
    yield* frames;
    progress(Math.min(count, from + VIDEO_CHUNK), count);
  }
  // Shown for no time itself: the frame before it is shown until then.
  yield Uint8Array.from(loop.still.data);
}
