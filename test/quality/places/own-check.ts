import jsQR from 'jsqr';
import sharp from 'sharp';
import type { Place, PrintSheet } from '../../../src/ad/place.ts';
import { pdfFonts, pdfImages, pdfInfo, pdfRaster } from '../../print/poppler.ts';

/**
 * What is wrong with a file, found without any code of the product: by sharp's own reading of it, by jsQR and by its bytes.
 *
 * @param place whose rules are only looked up
 * @param qr what the QR code says that is told to be on it
 */
export async function ownCheck(bytes: Buffer, place: Place, qr?: string): Promise<readonly string[]> {
  const unread = qr === undefined || (await qrIn(bytes, place)) === qr ? [] : ['its QR code does not read'];
  const wrong =
    place.print === undefined ? await pictureCheck(bytes, place) : await sheetCheck(bytes, place.print.is);
  return [...wrong, ...unread];
}

/** Pixels an inch at which a code is looked for on a sheet. */
const CODE_DPI = 200;

async function qrIn(bytes: Buffer, { print }: Place): Promise<string | undefined> {
  const { data, info } =
    print === undefined
      ? await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      : await pdfRaster(bytes, CODE_DPI).then(({ data: pixels, ...size }) => ({ data: pixels, info: size }));
  return jsQR.default(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

async function pictureCheck(bytes: Buffer, place: Place): Promise<readonly string[]> {
  const { format, width, height, space, channels, hasAlpha, xmp } = await sharp(bytes).metadata();
  const { is: size } = place.pixels;
  const said = xmp?.toString() ?? '';
  const wrong: string[] = [];
  const isHigh = place.slices === undefined ? height === size.height : Number(height) <= place.slices.is;
  if (width !== size.width || !isHigh) wrong.push(`${width}×${height}`);
  if (place.ground !== undefined && !(await isWhiteAround(bytes))) wrong.push('is not white around');
  if (!place.files.is.some((kind) => kind === format)) wrong.push(`is ${format}`);
  if (place.bytes !== undefined && bytes.length > place.bytes.is) wrong.push(`${bytes.length} bytes`);
  if (space !== 'srgb' || channels !== 3 || hasAlpha) wrong.push(`${space}, ${channels} channels`);
  if (!/DigitalSourceType>http:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/[a-zA-Z]+</.test(said))
    wrong.push('no digital source type');
  if (!/AltTextAccessibility>.*<rdf:li [^>]*>[^<]{4,}</s.test(said))
    wrong.push('no text for those who do not see it');
  return wrong;
}

const POINTS_PER_MM = 72 / 25.4;

/** A sheet for a press, as Poppler reads it. */
async function sheetCheck(bytes: Buffer, { trim, bleed, dpi }: PrintSheet): Promise<readonly string[]> {
  const wrong: string[] = [];
  const info = await pdfInfo(bytes);
  const sides = (name: string): readonly number[] => {
    const [left = 0, foot = 0, right = 0, top = 0] = (new RegExp(`${name}:(.*)`).exec(info)?.[1] ?? '')
      .trim()
      .split(/\s+/)
      .map(Number);
    return [(right - left) / POINTS_PER_MM, (top - foot) / POINTS_PER_MM];
  };
  const wanted = {
    TrimBox: [trim.width, trim.height],
    BleedBox: [trim.width + 2 * bleed, trim.height + 2 * bleed],
  };
  for (const [name, size] of Object.entries(wanted)) {
    const found = sides(name);
    if (size.some((side, i) => Math.abs(side - (found[i] ?? 0)) > 0.1))
      wrong.push(`${name} ${found.map((side) => side.toFixed(1)).join('×')} mm`);
  }
  for (const [name = '', embedded, subset] of await pdfFonts(bytes))
    if (embedded !== 'yes' || subset !== 'yes') wrong.push(`${name} is not embedded`);
  const pictures = await pdfImages(bytes);
  if (pictures.length === 0) wrong.push('no picture');
  for (const [space = '', channels, fine] of pictures) {
    if (channels !== '4') wrong.push(`${space}, ${channels} channels`);
    if (Number(fine) < dpi - 1) wrong.push(`${fine} dpi`);
  }
  const said = bytes.toString('latin1');
  if (!/DigitalSourceType>http:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/[a-zA-Z]+</.test(said))
    wrong.push('no digital source type');
  if (!said.includes('AltTextAccessibility>')) wrong.push('no text for those who do not see it');
  return wrong;
}

/** Whether each edge of a picture is white on average, within what JPEG rounds. */
async function isWhiteAround(bytes: Buffer): Promise<boolean> {
  const { width, height } = await sharp(bytes).metadata();
  const edges = [
    { left: 0, top: 0, width, height: 8 },
    { left: 0, top: height - 8, width, height: 8 },
    { left: 0, top: 0, width: 8, height },
    { left: width - 8, top: 0, width: 8, height },
  ];
  for (const edge of edges) {
    const { channels } = await sharp(await sharp(bytes).extract(edge).png().toBuffer()).stats();
    if (channels.some(({ mean }) => mean < 250)) return false;
  }
  return true;
}
