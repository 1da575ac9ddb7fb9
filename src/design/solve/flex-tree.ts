import { type Config, type Node as FlexNode, loadYoga, type Yoga } from 'yoga-layout/load';
import type { Box, Size } from '../../ad/geometry.ts';
import type { DesignStyle } from '../../presets/design.ts';
import type { ResolvedBox } from './resolve-tree.ts';
import type { Room, SetWords } from './set-parts.ts';

/** A box with its place on the sheet, in pixels with fractions. */
export interface SolvedBox {
  readonly source: ResolvedBox;
  readonly box: Box;
  readonly children: readonly SolvedBox[];
  /** Of a leaf that letters something. */
  readonly words?: SetWords;
}

/** Pixels of a hundredth: of the sheet's shorter side, and what gaps are shrunk to. */
interface FlexUnits {
  readonly unit: number;
  /** 0 = gaps as the family wants them, 1 = three quarters of that. */
  readonly squeeze: number;
}

/** Sets the words of a leaf in a room; undefined where they do not fit. */
type SetLeaf = (leaf: ResolvedBox, room: Room) => SetWords | undefined;

type Length = number | `${number}%`;

/** Lays a tree of boxes out on sheets, by the rules of CSS flexbox. */
export interface FlexLayout {
  /** @returns undefined where some words found no room */
  solve(tree: ResolvedBox, sheet: Size, units: FlexUnits, setLeaf: SetLeaf): SolvedBox | undefined;
}

let loading: Promise<Yoga> | undefined;

/** The layout engine, loaded once a thread. */
export async function loadFlexLayout(): Promise<FlexLayout> {
  loading ??= loadYoga();
  const yoga = await loading;
  return {
    solve(tree, sheet, units, setLeaf) {
      const build = new TreeBuilder(yoga, units, setLeaf);
      const root = build.nodeOf(tree);
      root.setWidth(sheet.width);
      root.setHeight(sheet.height);
      try {
        root.calculateLayout(sheet.width, sheet.height, yoga.DIRECTION_LTR);
        return placesOf(tree, root, { x: 0, y: 0 }, setLeaf);
      } finally {
        root.freeRecursive();
        build.free();
      }
    },
  };
}

function placesOf(
  source: ResolvedBox,
  node: FlexNode,
  origin: { readonly x: number; readonly y: number },
  setLeaf: SetLeaf,
): SolvedBox | undefined {
  const { left, top, width, height } = node.getComputedLayout();
  const box = { x: origin.x + left, y: origin.y + top, width, height };
  if (source.letters !== undefined) {
    // A hair more than the engine's fractions.
    const words = setLeaf(source, {
      width: width + 0.5,
      height: source.style.vertical ? height + 0.5 : Infinity,
    });
    return words && { source, box, children: [], words };
  }
  const children: SolvedBox[] = [];
  for (const [i, child] of source.children.entries()) {
    const placed = placesOf(child, node.getChild(i), box, setLeaf);
    if (placed === undefined) return undefined;
    children.push(placed);
  }
  return { source, box, children };
}

/** How much of a gap is given up at most. */
const GIVEN_UP = 0.25;

class TreeBuilder {
  readonly #yoga: Yoga;
  readonly #units: FlexUnits;
  readonly #setLeaf: SetLeaf;
  readonly #config: Config;

  constructor(yoga: Yoga, units: FlexUnits, setLeaf: SetLeaf) {
    this.#yoga = yoga;
    this.#units = units;
    this.#setLeaf = setLeaf;
    this.#config = yoga.Config.create();
    // Places keep their fractions: whole pixels are made of them once, at the end.
    this.#config.setPointScaleFactor(0);
  }

  free(): void {
    this.#config.free();
  }

  nodeOf(source: ResolvedBox, around: DesignStyle = {}): FlexNode {
    const node = this.#yoga.Node.create(this.#config);
    this.#arrange(node, source.style, around);
    this.#measure(node, source.style);
    if (source.letters !== undefined) this.#letter(node, source);
    for (const [i, child] of source.children.entries()) node.insertChild(this.nodeOf(child, source.style), i);
    return node;
  }

  #arrange(node: FlexNode, style: DesignStyle, around: DesignStyle): void {
    const y = this.#yoga;
    const justify = {
      start: y.JUSTIFY_FLEX_START,
      centre: y.JUSTIFY_CENTER,
      end: y.JUSTIFY_FLEX_END,
      between: y.JUSTIFY_SPACE_BETWEEN,
      around: y.JUSTIFY_SPACE_AROUND,
      evenly: y.JUSTIFY_SPACE_EVENLY,
    };
    const align = {
      start: y.ALIGN_FLEX_START,
      centre: y.ALIGN_CENTER,
      end: y.ALIGN_FLEX_END,
      stretch: y.ALIGN_STRETCH,
    };
    const { direction, justify: along, align: across, self, gap, grow, shrink } = style;
    node.setFlexDirection(direction === 'row' ? y.FLEX_DIRECTION_ROW : y.FLEX_DIRECTION_COLUMN);
    if (along !== undefined) node.setJustifyContent(justify[along]);
    node.setAlignItems(align[across ?? 'stretch']);
    if (self !== undefined) node.setAlignSelf(align[self]);
    const squeezed = 1 - GIVEN_UP * this.#units.squeeze;
    if (gap !== undefined) node.setGap(y.GUTTER_ALL, gap * this.#units.unit * squeezed);
    if (grow !== undefined) node.setFlexGrow(grow);
    // Across, words give way by breaking into more lines; downwards they would leave their box.
    const givesWay = around.direction === 'row' && typeof style.width !== 'number';
    node.setFlexShrink(shrink ?? (givesWay ? 1 : 0));
  }

  #measure(node: FlexNode, style: DesignStyle): void {
    const y = this.#yoga;
    const { width, height, minWidth, minHeight, maxWidth, maxHeight, aspect, at, padding, margin } = style;
    if (width !== undefined) node.setWidth(this.#length(width));
    if (height !== undefined) node.setHeight(this.#length(height));
    if (minWidth !== undefined) node.setMinWidth(this.#length(minWidth));
    if (minHeight !== undefined) node.setMinHeight(this.#length(minHeight));
    if (maxWidth !== undefined) node.setMaxWidth(this.#length(maxWidth));
    if (maxHeight !== undefined) node.setMaxHeight(this.#length(maxHeight));
    if (aspect !== undefined) node.setAspectRatio(aspect);
    const edges = [y.EDGE_TOP, y.EDGE_RIGHT, y.EDGE_BOTTOM, y.EDGE_LEFT];
    for (const [i, length] of sidesOf(padding).entries()) {
      const edge = edges[i];
      if (edge !== undefined) node.setPadding(edge, this.#length(length));
    }
    for (const [i, length] of sidesOf(margin).entries()) {
      const edge = edges[i];
      if (edge !== undefined) node.setMargin(edge, this.#length(length));
    }
    if (at === undefined) return;
    node.setPositionType(y.POSITION_TYPE_ABSOLUTE);
    if (at.left !== undefined) node.setPosition(y.EDGE_LEFT, this.#length(at.left));
    if (at.top !== undefined) node.setPosition(y.EDGE_TOP, this.#length(at.top));
    if (at.right !== undefined) node.setPosition(y.EDGE_RIGHT, this.#length(at.right));
    if (at.bottom !== undefined) node.setPosition(y.EDGE_BOTTOM, this.#length(at.bottom));
  }

  #letter(node: FlexNode, source: ResolvedBox): void {
    const room = (length: number, mode: number): number =>
      mode === this.#yoga.MEASURE_MODE_UNDEFINED ? Number.POSITIVE_INFINITY : length;
    node.setMeasureFunc((width, widthMode, height, heightMode) => {
      const down = source.style.vertical ? room(height, heightMode) : Number.POSITIVE_INFINITY;
      const set = this.#setLeaf(source, { width: room(width, widthMode), height: down });
      return set ?? { width: 0, height: 0 };
    });
  }

  #length(length: number | string): Length {
    if (typeof length === 'number') return length * this.#units.unit;
    return `${Number(length.slice(0, -1))}%`;
  }
}

type Sides = DesignStyle['padding'];

/** Top, right, bottom, left. */
function sidesOf(sides: Sides): readonly (number | string)[] {
  if (sides === undefined) return [];
  if (!Array.isArray(sides)) return [sides, sides, sides, sides];
  const [top, right, bottom = top, left = right] = sides;
  return [top, right, bottom, left];
}
