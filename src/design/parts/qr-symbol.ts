import encodeQR from 'qr';
import { MAX_QR_BYTES } from '../../ad/design-part.ts';

/** Modules of light around a symbol that a reader needs (ISO/IEC 18004, 5.3.8). */
export const QUIET = 4;

/** A QR code as its modules, true = dark, without the quiet zone. */
export type QrSymbol = readonly (readonly boolean[])[];

/** Levels of error correction, from the one that every symbol has: 15, 25 and 30 % of its words. */
const LEVELS = ['medium', 'quartile', 'high'] as const;

/**
 * The smallest symbol that says a content with 15 % of its words correctible, with as much more correction as costs no
 * larger modules: what stands in an ad is photographed from afar, and compressed on its way.
 *
 * @throws RangeError for more than 300 bytes, or none
 */
export function qrSymbol(content: string): QrSymbol {
  const bytes = Buffer.byteLength(content);
  if (bytes === 0 || bytes > MAX_QR_BYTES) {
    throw new RangeError(`Expected 1–${MAX_QR_BYTES} bytes for a QR code, got ${bytes}`);
  }
  const [least, ...more] = LEVELS;
  return more.reduce<QrSymbol>(
    (best, ecc) => {
      const stronger = encoded(content, ecc);
      return stronger.length > best.length ? best : stronger;
    },
    encoded(content, least),
  );
}

/** The package draws at least one module of light around. */
const BORDER = 1;

function encoded(content: string, ecc: (typeof LEVELS)[number]): QrSymbol {
  const modules = encodeQR(content, 'raw', { ecc, border: BORDER });
  return modules.slice(BORDER, -BORDER).map((row) => row.slice(BORDER, -BORDER));
}

/** Side of a symbol with its quiet zone, in modules. */
export const sideInModules = (symbol: QrSymbol): number => symbol.length + 2 * QUIET;
