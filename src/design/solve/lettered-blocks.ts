import type { Box } from '../../ad/geometry.ts';
import type { TextBlock } from '../../ad/layout.ts';
import type { HexColour } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import type { DesignFamily, DesignStyle } from '../../presets/design.ts';
import { backgroundOf, contrastOn } from '../../typography/contrast.ts';
import type { SurfaceColours } from '../colour/surface-colours.ts';
import type { DesignRequest } from '../design-request.ts';
import { inkOf } from './faults.ts';
import type { SolvedBox } from './flex-tree.ts';
import { angleOf, moved, type Turning, whole } from './turning.ts';
import { leafType } from './type-styles.ts';

/** The words of a box as they are drawn, and where the hairlines between them are. */
export interface LetteredBlocks {
  readonly blocks: readonly TextBlock[];
  readonly rules: readonly Box[];
}

/** @param surface that the words stand on */
export function letteredBlocks(
  solved: SolvedBox,
  surface: SurfaceColours,
  turning: Turning,
  { family, request }: { readonly family: DesignFamily; readonly request: DesignRequest },
): LetteredBlocks {
  const { source, words } = solved;
  if (source.letters === undefined || words === undefined) return { blocks: [], rules: [] };
  const { style } = source;
  const { style: type } = leafType(source.letters, style, family, request);
  const ink = inkOf(solved);
  const own = toneOf(source.letters, style, surface);
  const blocks = words.parts.map((part): TextBlock => {
    const box = { x: ink.x + part.x, y: ink.y + (part.y ?? 0), width: part.width, height: part.height };
    const colour = part.isAccent ? surface.accent : own;
    return {
      slot: part.slot ?? type.slot,
      lines: part.lines,
      ...defined({ icons: part.icons, scales: part.scales, vertical: part.vertical }),
      box: whole(moved(box, turning)),
      face: type.face,
      weight: part.weight ?? type.weight,
      size: part.size,
      lineHeight: type.lineHeight,
      tracking: type.tracking,
      align: part.align ?? (words.parts.length > 1 ? 'left' : (style.text ?? 'left')),
      ...angleOf(turning),
      colour,
      treatment: 'none',
      contrast: contrastOn(backgroundOf(surface.fill), colour),
    };
  });
  const rules = (words.rules ?? []).map(({ x, y, ...size }) =>
    whole(moved({ x: ink.x + x, y: ink.y + y, ...size }, turning)),
  );
  return { blocks, rules };
}

/** Prices are the accent's, second voices softer than the rest. */
function toneOf(letters: string, { tone }: DesignStyle, surface: SurfaceColours): HexColour {
  const usual = letters === 'price' ? 'accent' : letters === 'sub' || letters === 'details' ? 'soft' : 'ink';
  return surface[tone ?? usual];
}
