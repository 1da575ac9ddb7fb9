import {
  area,
  type Box,
  contains,
  expand,
  overlaps,
  type Size,
  shortSide,
  turnedBounds,
} from '../../../src/ad/geometry.ts';
import type { TextBlock } from '../../../src/ad/layout.ts';
import { straddlingLines } from '../../../src/design/check/straddling-lines.ts';
import { apartFrom, isOneThing, lineGap } from '../../../src/design/solve/closed-up.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { contrastReach, isEnough } from '../../../src/layout/measure/legibility.ts';
import { BackgroundPainter } from '../../../src/typography/background-painter.ts';
import { backgroundUnder, contrastOn } from '../../../src/typography/contrast.ts';
import { type GlyphMask, glyphMask } from '../../../src/typography/glyph-mask.ts';
import { faces } from '../../faces.ts';
import { inkMeets, pixelsOn } from './ink.ts';
import { letterSizes } from './letter-sizes.ts';
import type { MadeAd } from './make-ad.ts';
import type { Prepared } from './material.ts';
import type { ProductOnAd } from './product-on-ad.ts';
import { whyUnread } from './whole-code.ts';

/** What no ad may have. */
export const RULES = [
  'contrast',
  'margin',
  'safe zone',
  'overlap',
  'apart',
  'product',
  'hidden',
  'straddle',
  'small',
  'lost',
  'qr',
] as const;

export interface Violation {
  readonly rule: (typeof RULES)[number];
  readonly what: string;
}

/** Least em of letters, and what words keep from the edges, as shares of the shorter side. */
const SMALLEST = 0.022;
const MARGIN = 0.05;

/** Of a telephone's height: the top and the bottom that apps lay their buttons over. */
const SAFE = 0.1;
/** Height to width of a sheet that fills a telephone; what is taller is a tower beside a page. */
const TELEPHONE = { least: 1.6, most: 1.95 };

/** Pixels by which rounding may move an edge. */
const ROUNDING = 2;

/** Share of a product that may be hidden by what stands beside it: its antialiased rim. */
const RIM = 0.002;

/** All that is wrong with an ad, measured on its pixels. */
export async function violationsOf(
  made: MadeAd,
  prepared: Prepared,
  product: ProductOnAd,
): Promise<readonly Violation[]> {
  const { design, under } = made;
  const unread = await whyUnread(made, prepared.request.parts?.qr);
  const masks = design.blocks.map((block) => glyphMask(block, faces, 0));
  return [
    ...weakWords(under, design.blocks),
    ...outside(made),
    ...touching(made, masks),
    ...looseLines(made),
    ...onProduct(made, masks, product),
    ...straddlingLines(under, design.blocks, faces).map(({ text, edge }) => ({
      rule: 'straddle' as const,
      what: `“${text}” lies across an edge of ${edge.toFixed(1)} line heights`,
    })),
    ...tooSmall(made),
    ...lostWords(made, prepared),
    ...(unread === undefined ? [] : [{ rule: 'qr' as const, what: `the QR code ${unread}` }]),
  ];
}

const named = ({ slot, lines }: TextBlock): string => `${slot} “${lines.join(' / ')}”`;

function weakWords(under: Raster, blocks: readonly TextBlock[]): readonly Violation[] {
  const painter = new BackgroundPainter(under);
  const reach = contrastReach(shortSide(under));
  return blocks.flatMap((block) => {
    const mask = glyphMask(block, faces, reach);
    const { wcag, apca } = contrastOn(
      backgroundUnder(painter.pixels(mask.box, [], blocks, faces), mask),
      block.colour,
    );
    if (isEnough(block.slot, { wcag, apca })) return [];
    return [{ rule: 'contrast', what: `${named(block)} has ${wcag.toFixed(2)}:1, Lc ${apca.toFixed(0)}` }];
  });
}

function fillsTelephone({ width, height }: Size): boolean {
  const ratio = height / width;
  return ratio >= TELEPHONE.least && ratio <= TELEPHONE.most;
}

function outside({ design, parts }: MadeAd): readonly Violation[] {
  const { size, blocks } = design;
  const margin = MARGIN * shortSide(size) - ROUNDING;
  const safe = fillsTelephone(size) ? SAFE * size.height - ROUNDING : 0;
  const inner = inset(size, margin, margin);
  const shown = inset(size, 0, safe);
  const things = [
    ...blocks.map((block) => ({ name: named(block), box: turnedBounds(block.box, block.angle) })),
    ...(parts?.boxes ?? []).map((box) => ({ name: 'a part', box })),
  ];
  return things.flatMap(({ name, box }): readonly Violation[] => {
    if (!contains(inner, box)) return [{ rule: 'margin', what: `${name} leaves the margins` }];
    return contains(shown, box)
      ? []
      : [{ rule: 'safe zone', what: `${name} is where an app has its buttons` }];
  });
}

const inset = ({ width, height }: Size, across: number, down: number): Box => ({
  x: across,
  y: down,
  width: width - 2 * across,
  height: height - 2 * down,
});

/** Ink on ink, and words under parts. */
function touching({ design, parts }: MadeAd, masks: readonly GlyphMask[]): readonly Violation[] {
  const { blocks } = design;
  return blocks.flatMap((block, i) => {
    const mask = masks[i];
    if (mask === undefined) return [];
    const others = blocks.slice(i + 1).flatMap((other, j): readonly Violation[] => {
      const otherMask = masks[i + 1 + j];
      if (otherMask === undefined || !inkMeets(mask, otherMask)) return [];
      return [{ rule: 'overlap', what: `${named(block)} touches ${named(other)}` }];
    });
    const box = expand(turnedBounds(block.box, block.angle), -ROUNDING);
    const under = (parts?.boxes ?? []).filter((part) => overlaps(part, box));
    return [
      ...others,
      ...under.map((): Violation => ({ rule: 'overlap', what: `${named(block)} is under a part` })),
    ];
  });
}

/** Lines of one block further apart than the block is from the next: what is near is read together. */
function looseLines({ design: { blocks } }: MadeAd): readonly Violation[] {
  return blocks.filter(isOneThing).flatMap((block): readonly Violation[] => {
    const own = lineGap(block, faces);
    const { above, below } = apartFrom(
      block,
      blocks.filter((other) => other !== block),
    );
    const nearest = Math.min(above, below);
    if (own <= nearest + ROUNDING) return [];
    return [
      {
        rule: 'apart',
        what: `lines of ${named(block)} are ${own.toFixed(0)} px apart, the next words ${nearest.toFixed(0)}`,
      },
    ];
  });
}

function onProduct(
  { design, parts }: MadeAd,
  masks: readonly GlyphMask[],
  { matte, hidden, isHero }: ProductOnAd,
): readonly Violation[] {
  const written = design.blocks.flatMap((block, i): readonly Violation[] => {
    const mask = masks[i];
    const pixels = mask === undefined ? 0 : pixelsOn(mask, matte);
    return pixels === 0 ? [] : [{ rule: 'product', what: `${named(block)} has ${pixels} px on the product` }];
  });
  const laid = (parts?.boxes ?? []).flatMap((around): readonly Violation[] => {
    const box = expand(around, -ROUNDING);
    const whole = { box, data: new Uint8Array(area(box)).fill(255) };
    const pixels = pixelsOn(whole, matte);
    return pixels === 0 ? [] : [{ rule: 'product', what: `a part has ${pixels} px on the product` }];
  });
  const behind: readonly Violation[] =
    isHero && hidden > RIM
      ? [{ rule: 'hidden', what: `${(100 * hidden).toFixed(1)} % of the product is behind something` }]
      : [];
  return [...written, ...laid, ...behind];
}

function tooSmall({ design }: MadeAd): readonly Violation[] {
  const side = shortSide(design.size);
  return design.blocks.flatMap((block): readonly Violation[] => {
    const [smallest] = letterSizes(block);
    if (smallest >= SMALLEST * side - 0.5) return [];
    return [
      {
        rule: 'small',
        what: `${named(block)} is ${((100 * smallest) / side).toFixed(2)} % of the shorter side`,
      },
    ];
  });
}

const lettersOf = (text: string): string => text.replaceAll(/[\s~·,]/gu, '').toLowerCase();

/** Words of the copy that stand nowhere on the ad. */
function lostWords({ design }: MadeAd, { brief }: Prepared): readonly Violation[] {
  const said = lettersOf(design.blocks.flatMap(({ lines }) => lines).join(''));
  return Object.values(brief.copy)
    .flatMap((words) => words.split(/\s+/))
    .filter((word) => lettersOf(word) !== '' && !said.includes(lettersOf(word)))
    .map((word): Violation => ({ rule: 'lost', what: `“${word}” is nowhere` }));
}
