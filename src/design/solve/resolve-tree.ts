import { defined } from '../../collections/defined.ts';
import type { DesignBox, DesignFamily, DesignStyle, HeroFact } from '../../presets/design.ts';
import type { MaterialKind } from '../design-request.ts';
import type { SheetShape } from './shape.ts';
import type { TextLeaf } from './words.ts';

/** A box as it is on one shape of sheet, with those inside of it that are there. */
export interface ResolvedBox {
  readonly style: DesignStyle;
  readonly letters?: TextLeaf;
  readonly show?: 'hero' | 'picture' | 'rule' | 'logo' | 'qr';
  readonly children: readonly ResolvedBox[];
}

/** What conditions are asked of. */
export interface Situation {
  readonly shapes: readonly SheetShape[];
  readonly uses: MaterialKind;
  readonly seen: readonly HeroFact[];
  /** What there is to be lettered. */
  readonly leaves: ReadonlySet<TextLeaf>;
}

/** The tree of a family's boxes for one request: those left out whose conditions do not hold, or that have no words. */
export function resolveTree({ sheet }: Pick<DesignFamily, 'sheet'>, situation: Situation): ResolvedBox {
  return resolve(sheet, situation) ?? { style: {}, children: [] };
}

/** What a tree letters. */
export function leavesOf(box: ResolvedBox): readonly TextLeaf[] {
  return box.letters === undefined ? box.children.flatMap(leavesOf) : [box.letters];
}

function resolve(box: DesignBox, situation: Situation): ResolvedBox | undefined {
  const { when = [], letters, show, children = [] } = box;
  const facts = new Set<string>([
    ...situation.shapes,
    situation.uses,
    ...situation.seen,
    ...situation.leaves,
  ]);
  if (!when.every((condition) => holds(condition, facts))) return undefined;
  if (letters !== undefined && !situation.leaves.has(letters)) return undefined;
  if ((show === 'hero' || show === 'picture') && situation.uses !== show) return undefined;
  const style = styleOf(box, situation.shapes);
  const inner = children.flatMap((child) => resolve(child, situation) ?? []);
  // A box that was there for what it held is not there without.
  if (children.length > 0 && inner.length === 0) return undefined;
  return {
    style,
    children: inner,
    ...defined({ letters, show }),
  };
}

function styleOf(box: DesignBox, shapes: readonly SheetShape[]): DesignStyle {
  const { when: _when, letters: _letters, show: _show, children: _children, ...rest } = box;
  const { square, tall, wide, story, ...own } = rest;
  const overrides = { square, tall, wide, story };
  return Object.assign({}, own, ...shapes.map((shape) => overrides[shape]));
}

const DENIED = 'no-';

const holds = (condition: string, facts: ReadonlySet<string>): boolean =>
  condition.startsWith(DENIED) ? !facts.has(condition.slice(DENIED.length)) : facts.has(condition);
