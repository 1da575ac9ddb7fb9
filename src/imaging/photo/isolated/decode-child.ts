import sharp from 'sharp';
import { defined } from '../../../collections/defined.ts';
import { type CheckedSvg, checkSvg } from '../../svg/check-svg.ts';
import type { Pixels } from '../decode-pixels.ts';
import { loadHeicDecoder } from './decode-heic.ts';
import { heicInSrgb, inSrgb } from './in-srgb.ts';
import { watchThisProcess } from './watchdog.ts';
import { type IsolatedRequest, receive, send } from './wire.ts';

/**
 * A process that decodes one picture and ends. It is for pictures of which nobody can say beforehand what they take:
 * what it takes too much of ends it, and nobody else.
 */

// Ctrl-C in a terminal reaches the whole group; who asked decides when this process ends.
process.on('SIGINT', () => {});

const { head: request, bytes } = await receive<IsolatedRequest>(process.stdin);
const { maxSide, what } = request;
const decodeHeic = what === 'heic' ? await loadHeicDecoder() : undefined;
// Loaded and ready: what it takes from here on is the picture's.
sharp.cache(false);
await watchThisProcess(request);
try {
  const size = what === 'drawing' ? checkSvg(bytes) : undefined;
  if (typeof size === 'string') send(process.stdout, { trouble: size }, new Uint8Array());
  else {
    const { width, height, data } = await (decodeHeic
      ? heicInSrgb(bytes, decodeHeic, maxSide)
      : picture(size));
    send(process.stdout, { width, height }, data);
  }
} catch (error) {
  send(process.stdout, { failed: error instanceof Error ? error.message : String(error) }, new Uint8Array());
}

function picture(size: CheckedSvg | undefined): Promise<Pixels> {
  const density = size && densityFor(size, maxSide);
  const options = { failOn: 'truncated', limitInputPixels: false, ...defined({ density }) } as const;
  return inSrgb(sharp(bytes, options).autoOrient(), maxSide);
}

/** Dots an inch at which a drawing is no larger than it is wanted, and than it may be; 72 = at the size that it states. */
function densityFor(
  { width = 0, height = 0, mostPixels = Number.POSITIVE_INFINITY }: CheckedSvg,
  side = Number.POSITIVE_INFINITY,
): number {
  const affordable = Math.sqrt(mostPixels / Math.max(1, width * height));
  return 72 * Math.min(1, side / Math.max(1, width, height), affordable);
}
