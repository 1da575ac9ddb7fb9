import * as z from 'zod';
import type { TradeClass } from '../ad/trade-class.ts';
import { defined } from '../collections/defined.ts';
import { withArticle } from '../language/english.ts';
import { aliases, english, key, localizedText, type studioFields } from './fields.ts';
import type { Industry } from './industry.ts';
import { type Family, lookFields } from './look.ts';

/** `large > middle > small`, in the words of the public classification. */
const tradeClass = z.string().transform((text, context) => {
  const [large, middle, small, ...more] = text.split(' > ');
  if (large && middle && small && more.length === 0) return { large, middle, small };
  context.addIssue({ code: 'custom', message: "must be 'large > middle > small'" });
  return z.NEVER;
});

const trade = (fields: ReturnType<typeof studioFields>) => {
  const { omit, notice, ...look } = lookFields(fields);
  return z.strictObject({
    key,
    /** Absent in the row for trades that cannot be told. */
    class: tradeClass.optional(),
    names: localizedText,
    aliases,
    goods: aliases,
    /** Where its ads play, for people (ko) and for image models (en); from its names where it is absent. */
    theme: z
      .strictObject({
        ko: z.string().min(1),
        en: english,
        at: z.enum(['in', 'at', 'on']).default('in'),
      })
      .optional(),
    family: key,
    /** What a studio shows where the request names nothing to show, and what the trade does for people. */
    emblem: fields.prop.optional(),
    ...z.strictObject(look).partial().shape,
    omit,
    notice,
  });
};

type Trade = Readonly<z.output<ReturnType<typeof trade>>>;

export const trades = (fields: ReturnType<typeof studioFields>) => z.array(trade(fields)).min(1);

/** A row with all that its family gives it. */
export function inherited({ class: place, theme, family: _, ...own }: Trade, family: Family): Industry {
  const { key: name, ...look } = family;
  const { key: id, names } = own;
  return {
    ...look,
    ...defined({ ...own, omit: own.omit ?? look.omit, notice: own.notice ?? look.notice }),
    theme: theme ?? { ko: names.ko, en: withArticle(names.en), at: 'in' },
    family: name,
    ...defined({
      tradeClass: place === undefined ? undefined : ({ key: id, ...place, names } satisfies TradeClass),
    }),
  } as Industry;
}
