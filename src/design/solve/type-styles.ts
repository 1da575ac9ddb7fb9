import type { CopySlot } from '../../ad/copy.ts';
import type { DesignFamily, DesignStyle, FACE_ROLES } from '../../presets/design.ts';
import type { TextStyle } from '../../typography/style.ts';
import type { DesignRequest } from '../design-request.ts';
import type { TextLeaf } from './words.ts';

type FaceRole = (typeof FACE_ROLES)[number];

/** How a leaf's words are set, sizes apart. */
export interface LeafType {
  readonly style: TextStyle;
  /** Em sizes in hundredths of the sheet's side: [least, wanted]. */
  readonly size: readonly [number, number];
  readonly lines: number;
}

type Defaults = {
  readonly [key in 'face' | 'weight' | 'size' | 'lines' | 'leading' | 'tracking']: NonNullable<
    DesignStyle[key]
  >;
};

/** What holds where a family says nothing. */
const LEAVES: Readonly<Record<TextLeaf, Defaults>> = {
  headline: { face: 'display', weight: 900, size: [5.5, 12], lines: 3, leading: 1.16, tracking: -0.02 },
  sub: { face: 'text', weight: 600, size: [2.8, 4.2], lines: 4, leading: 1.38, tracking: -0.015 },
  badge: { face: 'text', weight: 800, size: [2.8, 4.6], lines: 3, leading: 1.22, tracking: -0.02 },
  price: { face: 'display', weight: 900, size: [5.4, 10], lines: 3, leading: 1.18, tracking: -0.02 },
  cta: { face: 'text', weight: 700, size: [2.6, 3.4], lines: 2, leading: 1.3, tracking: -0.01 },
  details: { face: 'text', weight: 500, size: [2.3, 2.9], lines: 14, leading: 1.5, tracking: -0.005 },
  shop: { face: 'text', weight: 700, size: [2.4, 3.2], lines: 2, leading: 1.3, tracking: -0.01 },
  menu: { face: 'text', weight: 600, size: [2.6, 5], lines: 14, leading: 1.9, tracking: -0.01 },
  date: { face: 'display', weight: 900, size: [16, 40], lines: 1, leading: 1, tracking: -0.04 },
};

/** The slot by whose rules a leaf's words are drawn and read. */
function slotOf(leaf: TextLeaf): CopySlot {
  switch (leaf) {
    case 'shop':
      return 'sub';
    case 'date':
      return 'headline';
    case 'menu':
      return 'details';
    default:
      return leaf;
  }
}

/** Faces where a family names none. */
const FACES: Readonly<Record<Exclude<FaceRole, 'display'>, string>> = {
  head: 'Pretendard',
  text: 'Pretendard',
  serif: 'Nanum Myeongjo',
  round: 'Jua',
};

export function leafType(
  leaf: TextLeaf,
  style: DesignStyle,
  family: Pick<DesignFamily, 'faces'>,
  { face, brandFace, mood }: Pick<DesignRequest, 'face' | 'brandFace' | 'mood'>,
): LeafType {
  const usual = LEAVES[leaf];
  const { weight = usual.weight, leading = usual.leading, tracking = usual.tracking } = style;
  const named = (role: FaceRole): string => {
    if (role === 'text') return family.faces.text ?? FACES.text;
    // What a shop has chosen for itself comes before what a family would take.
    if (brandFace) return face;
    const own = family.faces[role] ?? (role === 'display' ? face : FACES[role]);
    return mood?.faces === undefined || mood.faces.includes(own) ? own : (mood.faces[0] ?? own);
  };
  return {
    style: {
      slot: slotOf(leaf),
      face: named(style.face ?? usual.face),
      weight,
      lineHeight: leading,
      tracking,
    },
    size: style.size ?? usual.size,
    lines: style.lines ?? usual.lines,
  };
}
