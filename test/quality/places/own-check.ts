import sharp from 'sharp';
import type { Place } from '../../../src/ad/place.ts';

/**
 * What is wrong with a file, found without any code of the product: by sharp's own reading of it and by its bytes.
 *
 * @param place whose rules are only looked up
 */
export async function ownCheck(bytes: Buffer, place: Place): Promise<readonly string[]> {
  const { format, width, height, space, channels, hasAlpha, xmp } = await sharp(bytes).metadata();
  const { is: size } = place.pixels;
  const said = xmp?.toString() ?? '';
  const wrong: string[] = [];
  if (width !== size.width || height !== size.height) wrong.push(`${width}×${height}`);
  if (!place.files.is.some((kind) => kind === format)) wrong.push(`is ${format}`);
  if (place.bytes !== undefined && bytes.length > place.bytes.is) wrong.push(`${bytes.length} bytes`);
  if (space !== 'srgb' || channels !== 3 || hasAlpha) wrong.push(`${space}, ${channels} channels`);
  if (!/DigitalSourceType>http:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/[a-zA-Z]+</.test(said))
    wrong.push('no digital source type');
  if (!/AltTextAccessibility>.*<rdf:li [^>]*>[^<]{4,}</s.test(said))
    wrong.push('no text for those who do not see it');
  return wrong;
}
