import { readFile } from 'node:fs/promises';
import { decodePhoto } from '../../../imaging/decode-photo.ts';
import { encodePng } from '../../../imaging/encode-png.ts';
import { encodeSixel } from '../../../imaging/encode-sixel.ts';

/** How the terminal can be shown a picture. */
export type Graphics = 'kitty' | 'iterm' | 'sixel' | 'none';

/** Longer side in pixels, and width in columns, of a picture in the terminal. */
const SIDE = 480;
const COLUMNS = 40;

/** Most base64 characters in one piece, as kitty's protocol wants it. */
const PIECE = 4096;

/**
 * The sequence that shows a picture file; empty where the terminal shows none.
 *
 * kitty: https://sw.kovidgoyal.net/kitty/graphics-protocol/ · iTerm2: https://iterm2.com/documentation-images.html
 */
export async function pictureSequence(path: string, graphics: Graphics): Promise<string> {
  if (graphics === 'none') return '';
  const raster = await decodePhoto(await readFile(path), path, SIDE);
  if (graphics === 'sixel') return encodeSixel(raster);
  const png = (await encodePng(raster)).toString('base64');
  return graphics === 'iterm' ? iterm(png) : kitty(png);
}

function iterm(png: string): string {
  return `\x1b]1337;File=inline=1;width=${COLUMNS};preserveAspectRatio=1:${png}\x07`;
}

function kitty(png: string): string {
  let text = '';
  for (let at = 0; at < png.length; at += PIECE) {
    const more = at + PIECE < png.length ? 1 : 0;
    // a=T shows it at once, f=100 says PNG, q=2 asks the terminal not to answer into our input.
    const control = at === 0 ? `a=T,f=100,q=2,c=${COLUMNS},m=${more}` : `m=${more}`;
    text += `\x1b_G${control};${png.slice(at, at + PIECE)}\x1b\\`;
  }
  return text;
}
