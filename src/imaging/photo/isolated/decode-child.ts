import sharp from 'sharp';
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
try {
  const { maxSide, density } = request;
  let picture = sharp(bytes, {
    failOn: 'truncated',
    limitInputPixels: false,
    ...(density === undefined ? {} : { density }),
  })
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha();
  if (maxSide !== undefined) {
    picture = picture.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
  }
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  send(process.stdout, { width: info.width, height: info.height }, data);
} catch (error) {
  send(process.stdout, { failed: error instanceof Error ? error.message : String(error) }, new Uint8Array());
}
