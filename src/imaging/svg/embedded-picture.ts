import { photoFormat } from '../photo/photo-format.ts';
import { readPhotoHeader } from '../photo/read-header.ts';

/** Data that lie in an address, as exports write pictures. */
const DATA = /^data:image\/[\w.+-]{1,20};base64,/i;

/** Pixels of a picture that lies in an address; undefined for anything but a plain picture. */
export function embeddedPicture(address: string): number | undefined {
  const head = DATA.exec(address)?.[0];
  if (head === undefined) return undefined;
  const bytes = Buffer.from(address.slice(head.length), 'base64');
  const format = photoFormat(bytes);
  if (format !== 'PNG' && format !== 'JPEG' && format !== 'GIF' && format !== 'WebP') return undefined;
  const header = readPhotoHeader(bytes, format);
  return header === undefined ? undefined : header.width * header.height;
}
