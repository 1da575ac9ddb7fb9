import * as z from 'zod';
import type { StudioCatalogue } from '../ad/studio-catalogue.ts';
import { STYLE_NAMES } from '../ad/style.ts';
import { aliases, darkness, english, key, lighting, localizedText, palette, studioFields } from './fields.ts';
import { KIND, LONGEST_CTA, patterns, patternTable } from './pattern.ts';

/** What a trade never says of itself: kinds of facts that stay out of its ads, with the reason. */
const omission = z.strictObject({ facts: z.array(z.enum(['price', 'deal'])).min(1), why: localizedText });

const cta = patternTable.refine(
  (table) => Object.values(table).every((words) => words?.every((word) => !/[{}]/.test(word))),
  'a call to action has no slots',
);

const words = z.strictObject({
  headline: patternTable,
  sub: patternTable,
  cta,
  /** A notice that the law or decency asks for, after the shop's name and place. */
  notice: patterns.optional(),
});

const koreanWords = words.refine(
  (table) =>
    Object.values(table.cta).every((list) =>
      list?.every((word) => word.replace(KIND, '').replaceAll(' ', '').length <= LONGEST_CTA),
    ),
  { path: ['cta'], message: `a call to action has at most ${LONGEST_CTA} letters` },
);

/** One trade: what its ads look like and how they speak. */
const industry = ({ scene, material, prop }: ReturnType<typeof studioFields>) =>
  z.strictObject({
    key,
    names: localizedText,
    aliases,
    /** Where its ads play, for people (ko) and for image models (en): 'a neighbourhood coffee shop'. */
    theme: z.strictObject({
      ko: z.string().min(1),
      en: english,
      at: z.enum(['in', 'at', 'on']).default('in'),
    }),
    /** The sentence that a prompt sets its subject into; `{stage}` is where it stands. */
    template: english
      .refine(
        (text) => text.includes('{subject}') && text.includes('{stage}'),
        'must hold {subject} and {stage}',
      )
      .default('{subject}, {stage}'),
    /** The same for what is done rather than sold, which a picture can only hint at. */
    hint: english
      .refine(
        (text) => text.includes('{subject}') && text.includes('{stage}'),
        'must hold {subject} and {stage}',
      )
      .default('an inviting still life that speaks of {subject}, {stage}'),
    /** Best first. */
    backdrops: z.array(scene).min(1),
    materials: z.array(material),
    lighting,
    darkness,
    /** Small things around the product. */
    props: z.array(english),
    palette,
    /** What a studio shows where the request names nothing to show, and what the trade does for people. */
    emblem: prop.optional(),
    /** A face of fonts/fonts.yaml. */
    face: z.string().min(1),
    style: z.enum(STYLE_NAMES),
    /** How it speaks Korean to its customers. */
    tone: z.enum(['해요체', '합니다체']),
    copy: z.strictObject({ ko: koreanWords, en: words }),
    /** Sets of presets/forbidden.yaml besides those that hold everywhere. */
    forbid: z.array(z.string()).default([]),
    omit: omission.optional(),
  });

export type Industry = Readonly<z.output<ReturnType<typeof industry>>>;

export const industries = (studio: StudioCatalogue) => z.array(industry(studioFields(studio))).min(1);
