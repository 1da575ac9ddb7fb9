import * as z from 'zod';
import type { CopySlot } from '../copy.ts';
import type { MenuRow } from '../design-part.ts';
import type { Hero } from '../hero.ts';
import { type Good, PAGE_LIMITS, PAGE_ROLES, type PageContent, type PageOrder } from '../page.ts';
import { list, name, text, UNITS, words } from './bounded.ts';
import { iconId, MAX_LENGTH, MAX_WRITTEN_RATIO } from './layout-schema.ts';
import { MENU_LIMITS } from './parse-menu.ts';
import { MAX_PHOTOS, TEXT_LIMITS } from './request-limits.ts';

/** Blocks of one file of a long page. */
const MAX_BLOCKS = 12;

/** Pages, menus and what is sold as recipes hold them. */

export const menuRow: z.ZodType<MenuRow> = z.strictObject({
  name: words(MENU_LIMITS.name).min(1),
  price: words(MENU_LIMITS.price).exactOptional(),
  old: words(MENU_LIMITS.price).exactOptional(),
  note: words(MENU_LIMITS.note).exactOptional(),
  soldOut: z.boolean().exactOptional(),
});

export const hero: z.ZodType<Hero> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('photo') }),
  z.strictObject({ kind: z.literal('model'), id: name }),
  z.strictObject({ kind: z.literal('icon'), ids: list(iconId, 3, 1) }),
  z.strictObject({ kind: z.literal('type') }),
]);

/** The words of an ad. A variant's request holds those of its parent as if the person had given them. */
export const writtenCopy = (() => {
  const slot = (which: CopySlot) => words(MAX_WRITTEN_RATIO * TEXT_LIMITS[which]).exactOptional();
  return z.strictObject({
    headline: slot('headline'),
    sub: slot('sub'),
    badge: slot('badge'),
    price: slot('price'),
    cta: slot('cta'),
    details: slot('details'),
  } satisfies Record<CopySlot, z.ZodType>);
})();

const number = z.int().min(1).max(PAGE_LIMITS.max);
const order = { number, of: number, asked: number.exactOptional(), sliced: z.literal(true).exactOptional() };

export const pageOrder: z.ZodType<PageOrder> = z.strictObject(order);

export const pageContent: z.ZodType<PageContent> = z.strictObject({
  ...order,
  role: z.enum(PAGE_ROLES),
  menu: list(menuRow, MENU_LIMITS.rows, 1).exactOptional(),
  qr: z.literal(true).exactOptional(),
  blocks: list(
    z.strictObject({
      role: z.enum(PAGE_ROLES),
      copy: writtenCopy,
      hero,
      height: z.int().min(1).max(MAX_LENGTH),
      menu: list(menuRow, MENU_LIMITS.rows, 1).exactOptional(),
      qr: z.literal(true).exactOptional(),
      photo: z
        .int()
        .min(0)
        .max(MAX_PHOTOS - 1)
        .exactOptional(),
    }),
    MAX_BLOCKS,
    1,
  ).exactOptional(),
});

const found = text(TEXT_LIMITS.text * UNITS);

export const goods: z.ZodType<readonly Good[]> = list(
  z.strictObject({
    name: found.min(1),
    price: found.exactOptional(),
    old: found.exactOptional(),
    note: found.exactOptional(),
    hero,
  }),
  TEXT_LIMITS.text,
  2,
);
