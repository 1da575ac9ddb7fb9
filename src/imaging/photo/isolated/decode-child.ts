import sharp from 'sharp';
import { defined } from '../../../collections/defined.ts';
import { checkSvg } from '../../svg/check-svg.ts';
import type { SvgSize } from '../../svg/svg-size.ts';
import { watchThisProcess } from './watchdog.ts';
import { type IsolatedRequest, receive, send } from './wire.ts';

/**
 * A process that decodes one picture and ends. It is for pictures of which nobody can say beforehand what they take:
 * what it takes too much of ends it, and nobody else.
 */

// Ctrl-C in a terminal reaches the whole group; who asked decides when this process ends.
process.on('SIGINT', () => {});

const { head: request, bytes } = await receive<IsolatedRequest>(process.stdin);
// Loaded and ready: what it takes from here on is the picture's.
sharp.cache(false);
await watchThisProcess(request);
const { maxSide, drawing } = request;
try {
  const size = drawing ? checkSvg(bytes) : undefined;
  if (typeof size === 'string') send(process.stdout, { trouble: size }, new Uint8Array());
  else await decode(size && densityFor(size, maxSide));
} catch (error) {
  send(process.stdout, { failed: error instanceof Error ? error.message : String(error) }, new Uint8Array());
}

async function decode(density: number | undefined): Promise<void> {
  let picture = sharp(bytes, {
    failOn: 'truncated',
    limitInputPixels: false,
    ...defined({ density }),
  })
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha();
  if (maxSide !== undefined) {
    picture = picture.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
  }
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  send(process.stdout, { width: info.width, height: info.height }, data);
}

/** Dots an inch at which a drawing is no larger than it is wanted; 72 = at the size that it states. */
function densityFor({ width = 0, height = 0 }: SvgSize, side = Number.POSITIVE_INFINITY): number {
  return 72 * Math.min(1, side / Math.max(1, width, height));
}
