import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import type { Size } from '../ad/geometry.ts';
import type { Locale } from '../ad/locale.ts';
import { encodePng } from '../imaging/encode-png.ts';
import { readFontNames } from '../typography/font-names.ts';
import { fontOfFamily } from '../typography/register-faces.ts';
import type { LetterMark, Mark } from '../vector/marks.ts';
import { wordsOf } from '../vector/words-of.ts';
import type { AdLayer } from './ad-layers.ts';

/** What a layered file says of itself. */
export interface LayeredAbout {
  readonly title: string;
  /** What it says and shows, for those who do not see it. */
  readonly alt: string;
  readonly language: Locale;
  /** An XMP packet. */
  readonly xmp: string;
}

/**
 * An ad as an SVG: a group a layer, pixels as embedded PNG files, words as text in the fonts that are named, of which
 * those letters that are used are in the file.
 */
export async function writeSvg(
  { width, height }: Size,
  layers: readonly AdLayer[],
  { title, alt, language, xmp }: LayeredAbout,
): Promise<string> {
  const groups = await Promise.all(layers.map((layer, i) => groupOf(layer, i, language)));
  const fonts = await embeddedFonts(layers.flatMap((layer) => (layer.kind === 'drawn' ? layer.marks : [])));
  const packet = xmp.replaceAll(/<\?xpacket[^>]*\?>/g, '');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${language}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(alt)}</desc>`,
    `<metadata>${packet}</metadata>`,
    ...(fonts.length === 0 ? [] : [`<style>${fonts.join('\n')}</style>`]),
    ...groups,
    '</svg>',
  ].join('\n');
}

async function groupOf(layer: AdLayer, index: number, language: Locale): Promise<string> {
  const name = escaped(layer.title[language]);
  const inside =
    layer.kind === 'pixels' ? [await imageOf(layer)] : layer.marks.map((mark) => elementOf(mark));
  const id = `${index + 1}-${layer.title.en.replaceAll(' ', '-')}`;
  return [`<g id="${id}" inkscape:groupmode="layer" inkscape:label="${name}">`, ...inside, '</g>'].join('\n');
}

async function imageOf({ image, box }: Extract<AdLayer, { kind: 'pixels' }>): Promise<string> {
  const png = (await encodePng(image, {}, { alpha: true })).toString('base64');
  return `<image x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" href="data:image/png;base64,${png}"/>`;
}

function elementOf(mark: Mark): string {
  const matrix = mark.matrix.map(short);
  const isMoved = matrix.join() !== '1,0,0,1,0,0';
  const transform = isMoved ? ` transform="matrix(${matrix.join(' ')})"` : '';
  if (mark.kind === 'fill') return `<path d="${mark.path}" fill="${mark.colour}"${transform}/>`;
  if (mark.kind === 'stroke')
    return `<path d="${mark.path}" fill="none" stroke="${mark.colour}" stroke-width="${short(mark.width)}" stroke-linecap="round" stroke-linejoin="round"${transform}/>`;
  const ink =
    mark.outline === undefined
      ? `fill="${mark.colour}"`
      : `fill="none" stroke="${mark.colour}" stroke-width="${short(mark.outline)}" stroke-linejoin="round"`;
  const spacing = mark.spacing === 0 ? '' : ` letter-spacing="${short(mark.spacing)}"`;
  const words = wordsOf(mark).map(({ text, x }) => `<tspan x="${short(x)}">${escaped(text)}</tspan>`);
  return `<text y="${short(mark.y)}" ${fontOf(mark)}${spacing} ${ink}${transform}>${words.join(' ')}</text>`;
}

/** As designers' programs know the font, after the name that is its own in this file. */
function fontOf({ family, size }: LetterMark): string {
  const { face, weight, path } = fontOfFamily(family);
  const names = [...new Set([face, ...readFontNames(path).families])];
  const list = names.map((name) => `&apos;${escaped(name)}&apos;`).join(', ');
  return `font-family="${list}" font-weight="${weight}" font-size="${short(size)}"`;
}

/** Rules for the fonts of marks, each with the glyphs of all that is set in it. */
async function embeddedFonts(marks: readonly Mark[]): Promise<readonly string[]> {
  const texts = new Map<string, string>();
  for (const mark of marks)
    if (mark.kind === 'letters') texts.set(mark.family, `${texts.get(mark.family) ?? ''}${mark.text}`);
  return Promise.all(
    [...texts].map(async ([family, text]) => {
      const { face, weight, path } = fontOfFamily(family);
      const font = await subsetFont(await readFile(path), text, { targetFormat: 'woff2' });
      return `@font-face{font-family:'${face}';font-weight:${weight};src:url(data:font/woff2;base64,${font.toString('base64')}) format('woff2')}`;
    }),
  );
}

/** A number with as many places as are seen. */
const short = (value: number): string => String(Math.round(1000 * value) / 1000);

const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
