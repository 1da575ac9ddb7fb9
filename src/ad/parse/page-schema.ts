import * as z from 'zod';
import type { MenuRow } from '../design-part.ts';
import type { Hero } from '../hero.ts';
import { type Good, PAGE_LIMITS, PAGE_ROLES, type PageContent, type PageOrder } from '../page.ts';
import { list, name, text, UNITS, words } from './bounded.ts';
import { iconId } from './layout-schema.ts';
import { MENU_LIMITS } from './parse-menu.ts';
import { TEXT_LIMITS } from './request-limits.ts';

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

const number = z.int().min(1).max(PAGE_LIMITS.max);
const order = { number, of: number, asked: number.exactOptional() };

export const pageOrder: z.ZodType<PageOrder> = z.strictObject(order);

export const pageContent: z.ZodType<PageContent> = z.strictObject({
  ...order,
  role: z.enum(PAGE_ROLES),
  menu: list(menuRow, MENU_LIMITS.rows, 1).exactOptional(),
  qr: z.literal(true).exactOptional(),
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
