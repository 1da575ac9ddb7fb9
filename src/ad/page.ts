import type { AdCopy } from './copy.ts';
import type { MenuRow } from './design-part.ts';
import type { Hero } from './hero.ts';

/** What one page of several tells: what it is about, one thing that is sold, the prices, or how to come. */
export const PAGE_ROLES = ['cover', 'product', 'prices', 'notices', 'visit'] as const;

export type PageRole = (typeof PAGE_ROLES)[number];

/** Pages of one request; Discord shows ten files in a message, and an Instagram carousel has held ten for years. */
export const PAGE_LIMITS = { min: 2, max: 10 } as const;

/** In the place of a number of pages: as many as there is something to say. */
export const ANY_PAGES = 'auto';

/** How many pages are asked for. */
export type PagesAsked = number | typeof ANY_PAGES;

/** Which of a request's pages a picture is. */
export interface PageOrder {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** Of a long page that is cut into files: each holds several blocks, one under another. */
  readonly sliced?: true;
  /** How many were asked for, where there was not enough to say for as many, or too much for so few. */
  readonly asked?: number;
}

/** One thing of several that are sold, in the owner's own words. */
export interface Good {
  readonly name: string;
  readonly price?: string;
  /** The price that holds no more. */
  readonly old?: string;
  readonly note?: string;
  /** What stands for it in a picture, where it has no photo. */
  readonly hero: Hero;
}

/** One block of a long page. */
export interface PageBlock {
  readonly role: PageRole;
  readonly copy: AdCopy;
  readonly hero: Hero;
  /** Pixels. */
  readonly height: number;
  readonly menu?: readonly MenuRow[];
  readonly qr?: true;
  /** The one of the request's photos that it shows, from 0; absent = none, or on the first block all of them. */
  readonly photo?: number;
}

/** What a page is, once it is known what all of them say. */
export interface PageContent extends PageOrder {
  readonly role: PageRole;
  /** Of a price list. */
  readonly menu?: readonly MenuRow[];
  /** Whether the request's QR code stands on it. */
  readonly qr?: true;
  /** Of a long page's file: what stands on it, from the top. Its copy is then all of theirs. */
  readonly blocks?: readonly PageBlock[];
}
