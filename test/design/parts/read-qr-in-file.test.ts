import { describe, expect, it } from 'vitest';
import { qrSymbol } from '../../../src/design/parts/qr-symbol.ts';
import { qrReadsInFile } from '../../../src/design/parts/read-qr.ts';
import { encodePicture } from '../../../src/imaging/encode-picture.ts';
import { createRaster, type Raster } from '../../../src/imaging/raster.ts';

const CONTENT = 'https://example.com/menu';

/** The code on white, each module so many pixels wide. */
function code(module: number): Raster {
  const symbol = qrSymbol(CONTENT);
  const side = (symbol.length + 8) * module;
  const raster = createRaster(side, side);
  raster.data.fill(255);
  for (const [row, modules] of symbol.entries())
    for (const [column, dark] of modules.entries())
      if (dark)
        for (let y = 0; y < module; y++) {
          const at = (((row + 4) * module + y) * side + (column + 4) * module) * 4;
          for (let x = 0; x < module; x++) raster.data.fill(20, at + 4 * x, at + 4 * x + 3);
        }
  return raster;
}

describe('a QR code in a finished file', () => {
  it('reads after the steps of quality that a place’s bytes ask for', async () => {
    for (const encoding of [
      { kind: 'png' },
      { kind: 'jpeg', quality: 30 },
      { kind: 'webp', quality: 30 },
    ] as const) {
      const bytes = await encodePicture(code(4), encoding, { xmp: '<x/>' });
      expect(await qrReadsInFile(bytes, CONTENT)).toBe(true);
      expect(await qrReadsInFile(bytes, 'https://example.com/other')).toBe(false);
    }
  });

  it('is found not to read where it was made too coarse', async () => {
    const bytes = await encodePicture(code(1), { kind: 'jpeg', quality: 2 }, { xmp: '<x/>' });
    expect(await qrReadsInFile(bytes, CONTENT)).toBe(false);
  });
});
