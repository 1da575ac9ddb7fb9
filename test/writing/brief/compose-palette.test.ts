import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HexColour } from '../../../src/ad/scene.ts';
import { defined } from '../../../src/collections/defined.ts';
import { hexToOklch, luminance, parseHex, wcagRatio } from '../../../src/imaging/colour.ts';
import { composePalette } from '../../../src/writing/brief/compose-palette.ts';
import { presets } from '../../engines/offline/write.ts';

const contrast = (a: HexColour, b: HexColour): number =>
  wcagRatio(luminance(parseHex(a)), luminance(parseHex(b)));

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): HexColour => `#${value.toString(16).padStart(6, '0')}`);

const trades = fc.constantFrom(...presets.industries.rows.map((row) => row.palette));

describe('a palette', () => {
  it('keeps its ink legible whatever is wished for', () => {
    fc.assert(
      fc.property(
        trades,
        fc.option(fc.array(colour, { minLength: 1, maxLength: 3 }), { nil: undefined }),
        fc.option(colour, { nil: undefined }),
        fc.option(colour, { nil: undefined }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trade, brand, asked, seasonTint, darkness) => {
          const palette = composePalette({
            trade,
            darkness,
            ...defined({ brand, colour: asked, seasonTint }),
          });
          expect(contrast(palette.background, palette.ink)).toBeGreaterThanOrEqual(7);
        },
      ),
    );
  });

  it('is the trade’s own where nothing is wished for', () => {
    for (const { palette, darkness } of presets.industries.rows) {
      const { background, ink } = composePalette({ trade: palette, darkness });
      expect({ background, ink }).toEqual({ background: palette.background, ink: palette.ink });
    }
  });

  it('takes the brand’s loudest colour for its accent', () => {
    const { accent, background } = composePalette({
      trade: presets.industries.named('cafe').palette,
      brand: ['#1d4ed8', '#fde68a'],
      darkness: 0.2,
    });
    expect(accent).toBe('#1d4ed8');
    expect(hexToOklch(background)[0]).toBeGreaterThan(0.9);
  });

  it('is dark by night and light by day', () => {
    const cafe = presets.industries.named('cafe').palette;
    const bar = presets.industries.named('bar').palette;
    expect(hexToOklch(composePalette({ trade: cafe, darkness: 0.9 }).background)[0]).toBeLessThan(0.35);
    expect(hexToOklch(composePalette({ trade: bar, darkness: 0.1 }).background)[0]).toBeGreaterThan(0.8);
  });

  it('takes the colour that was asked for as its ground', () => {
    const cafe = presets.industries.named('cafe').palette;
    const [, , hue] = hexToOklch(
      composePalette({ trade: cafe, colour: '#a8dcc8', darkness: 0.2 }).background,
    );
    expect(Math.abs(hue - hexToOklch('#a8dcc8')[2])).toBeLessThan(10);
  });
});
