import { qrReads, readQr } from '../../../src/design/parts/read-qr.ts';
import { decodePhoto } from '../../../src/imaging/decode-photo.ts';
import { encodeJpeg } from '../../../src/imaging/encode-jpeg.ts';
import type { MadeAd } from './make-ad.ts';

/** JPEG quality at which a messenger sends pictures on. */
const SENT_ON = 70;

/** Why the QR code that was asked for cannot be read from an ad; undefined = it can be, or none was asked for. */
export async function whyUnread(
  { image, parts }: Pick<MadeAd, 'image' | 'parts'>,
  content: string | undefined,
): Promise<string | undefined> {
  if (content === undefined) return undefined;
  if (!parts?.placed.some(({ part }) => part.kind === 'qr')) return 'found no room';
  if (!qrReads(image, content)) return 'cannot be read at full and half size';
  const longer = Math.max(image.width, image.height);
  const sent = await decodePhoto(await encodeJpeg(image, longer, SENT_ON), 'ad.jpg');
  return readQr(sent) === content ? undefined : 'cannot be read in a JPEG of quality 70';
}
