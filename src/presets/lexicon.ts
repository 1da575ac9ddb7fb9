import * as z from 'zod';
import { PRODUCT_KINDS } from '../ad/keywords.ts';
import { OCCASION_KINDS } from '../ad/occasion-kind.ts';
import { OUTLOOK_NAMES, SEASON_NAMES } from '../ad/scene.ts';
import type { StudioCatalogue } from '../ad/studio-catalogue.ts';
import { defined } from '../collections/defined.ts';
import { colour, darkness, english, lighting, linesOf, studioFields, Wrong } from './fields.ts';

/** Words that say more about a thing. */
const MODIFIER_KINDS = ['taste', 'cooking', 'quality', 'person', 'animal'] as const;

/** Words about the picture. */
const SCENE_KINDS = [
  'material',
  'lighting',
  'backdrop',
  'mood',
  'colour',
  'time',
  'place',
  'weather',
  'prop',
] as const;

/** Words about the ad: what it is for, and those that say nothing of what is in it ('만들어 주세요'). */
const AD_KINDS = ['purpose', 'filler'] as const;

const TERM_KINDS = [...PRODUCT_KINDS, ...MODIFIER_KINDS, ...SCENE_KINDS, ...AD_KINDS] as const;

export type TermKind = (typeof TERM_KINDS)[number];

interface Word {
  readonly ko: string;
  readonly en: string;
  readonly look?: string;
}

/** `한국어: english, how it looks`. */
const words = linesOf((line): Word | Wrong => {
  const [, ko, en, look] = /^([^:]+): *([^,]+)(?:, *(.+))?$/.exec(line) ?? [];
  if (ko === undefined || en === undefined) return new Wrong("must be '한국어: english'");
  if (/[가-힣]/.test(`${en}${look ?? ''}`)) return new Wrong('must have its meaning in English');
  return { ko: ko.trim(), en: en.trim(), ...defined({ look: look?.trim() }) };
});

const group = ({ scene, material, style }: ReturnType<typeof studioFields>) =>
  z.strictObject({
    kind: z.enum(TERM_KINDS),
    /** Words in their dictionary form (따뜻하다), found in all their forms. */
    form: z.literal('adjective').optional(),
    /** How it is brought to the table: 'in a tall clear glass'. */
    served: english.optional(),
    /** What asking for it decides. */
    means: z
      .strictObject({
        material: material.optional(),
        lighting: lighting.optional(),
        backdrop: scene.optional(),
        darkness: darkness.optional(),
        season: z.enum(SEASON_NAMES).optional(),
        outlook: z.enum(OUTLOOK_NAMES).optional(),
        style: style.optional(),
        purpose: z.enum(OCCASION_KINDS).optional(),
        colour: colour.optional(),
      })
      .default({}),
    /** Scenes that suit it, where the person asks for none; before the trade's own. */
    suits: z
      .strictObject({ backdrops: z.array(scene).default([]), materials: z.array(material).default([]) })
      .default({ backdrops: [], materials: [] }),
    /** Whether copy may say it: of the time spent ('아늑한'), of what is eaten ('바삭한'), or not ('미니멀한'). */
    said: z.enum(['feeling', 'taste']).optional(),
    words,
    /** Other English words for the same, for requests in English. */
    also: z.array(english).default([]),
  });

export const lexiconFile = (studio: StudioCatalogue) => z.array(group(studioFields(studio))).min(1);

export type TermGroup = Readonly<z.output<ReturnType<typeof group>>>;

/** One word of the shops' world. */
export interface Term {
  readonly ko: string;
  readonly en: string;
  /** How it looks, where its name alone would not tell an image model. */
  readonly look?: string;
  readonly group: TermGroup;
}

/** A group's words as terms of their own: Korean words, then those that only requests in English use. */
export function termsOf(group: TermGroup): readonly Term[] {
  return [
    ...group.words.map((word) => ({ ...word, group })),
    ...group.also.map((en) => ({ ko: en, en, group })),
  ];
}

const isOneOf = (kinds: readonly TermKind[]) => (term: Term) => kinds.includes(term.group.kind);

export const isProduct = isOneOf(PRODUCT_KINDS);
export const isModifier = isOneOf(MODIFIER_KINDS);
