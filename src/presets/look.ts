import * as z from 'zod';
import { darkness, english, key, lighting, localizedText, palette, type studioFields } from './fields.ts';

/** What a customer does there: a table is for eating, a workshop is entrusted with a thing. */
const VERBS = [
  'eat',
  'drink',
  'buy',
  'wear',
  'entrust',
  'learn',
  'borrow',
  'book',
  'consult',
  'stay',
  'play',
] as const;

/** What a trade never says of itself: kinds of facts that stay out of its ads, with the reason. */
const omission = z.strictObject({ facts: z.array(z.enum(['price', 'deal'])).min(1), why: localizedText });

const sentence = english.refine(
  (text) => text.includes('{subject}') && text.includes('{stage}'),
  'must hold {subject} and {stage}',
);

/** How ads look and what they may say: all of it in a family, and in a trade what differs there. */
export const lookFields = ({ scene, material, style }: ReturnType<typeof studioFields>) => ({
  /** The sentence that a prompt sets its subject into; `{stage}` is where it stands. */
  template: sentence,
  /** The same for what is done rather than sold, which a picture can only hint at. */
  hint: sentence,
  /** Best first. */
  backdrops: z.array(scene).min(1),
  materials: z.array(material),
  lighting,
  darkness,
  /** Small things around the product. */
  props: z.array(english),
  palette,
  /** A face of fonts/fonts.yaml. */
  face: z.string().min(1),
  style,
  /** How it speaks Korean to its customers. */
  tone: z.enum(['해요체', '합니다체']),
  verb: z.enum(VERBS),
  /** Sets of presets/forbidden.yaml besides those that hold everywhere. */
  forbid: z.array(z.string()),
  omit: omission.optional(),
  /** What the law has every such ad say, after the shop's name and place. */
  notice: localizedText.optional(),
});

const family = (fields: ReturnType<typeof studioFields>) => {
  const look = lookFields(fields);
  return z.strictObject({
    key,
    ...look,
    template: look.template.default('{subject}, {stage}'),
    hint: look.hint.default('an inviting still life that speaks of {subject}, {stage}'),
    forbid: look.forbid.default([]),
  });
};

/** A family of looks, from which trades inherit. */
export type Family = Readonly<z.output<ReturnType<typeof family>>>;

export const families = (fields: ReturnType<typeof studioFields>) => z.array(family(fields)).min(1);
