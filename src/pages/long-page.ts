import type { Brief } from '../ad/brief.ts';
import { type AdCopy, COPY_SLOTS, detailLines } from '../ad/copy.ts';
import { PAGE_LIMITS, type PageBlock } from '../ad/page.ts';
import type { AdRequest } from '../ad/request.ts';
import { defined } from '../collections/defined.ts';
import type { Page } from './page.ts';
import { pagesWish } from './pages-wish.ts';
import { photosOfGoods } from './photos-of-goods.ts';
import { planPages } from './plan-pages.ts';

/** Pixels of a block 860 wide: no lower, since type is a share of the shorter side and is to be the same in all. */
const LEAST = 860;
const COVER = 1180;
const PRODUCT = 960;

/** What titles take of a block, and a line of a list. */
const TITLE = 330;
const ROW = 104;
const LINE = 84;
const CODE = 120;

/** Of the file's most pixels, what blocks are planned to take: one may have to be made a little higher. */
const PLANNED = 0.85;

/** The files of a long page from its top, each a few blocks. */
export function longPage(
  request: Pick<AdRequest, 'parts' | 'brand' | 'copy' | 'photos'>,
  brief: Brief,
  most: number,
): readonly (readonly PageBlock[])[] {
  const { count: _, ...wish } = pagesWish(request, brief);
  const pages = planPages({ ...wish, max: 2 * PAGE_LIMITS.max });
  const own = photosOfGoods(
    request.photos,
    (brief.goods ?? []).map(({ name }) => name),
  );
  const files: PageBlock[][] = [];
  let height = Number.POSITIVE_INFINITY;
  const listed = new Set(pages.flatMap(({ menu = [] }) => menu.map(({ name }) => name)));
  for (const page of pages) {
    const photo = own[page.good ?? -1];
    // Of what is neither shown nor told more of, the price list says all.
    const isSaid = page.copy.sub === undefined && listed.has(page.copy.headline ?? '');
    if (page.role === 'product' && photo === undefined && page.hero?.kind === 'type' && isSaid) continue;
    const block: PageBlock = {
      role: page.role,
      copy: page.copy,
      hero: page.hero ?? { kind: 'type' },
      height: heightOf(page),
      ...defined({
        menu: page.menu,
        qr: page.qr,
        photo: photo === undefined ? undefined : request.photos.indexOf(photo),
      }),
    };
    if (height + block.height > PLANNED * most && files.length < PAGE_LIMITS.max) {
      files.push([]);
      height = 0;
    }
    files.at(-1)?.push(block);
    height += block.height;
  }
  return files;
}

function heightOf({ role, copy, menu = [], qr }: Page): number {
  const lines = detailLines(copy.details).length;
  switch (role) {
    case 'cover':
      return COVER + Math.max(0, lines - 2) * LINE;
    case 'product':
      return PRODUCT;
    default:
      return Math.max(LEAST, TITLE + menu.length * ROW + lines * LINE + (qr ? CODE : 0));
  }
}

/** All that stands on the blocks, slot by slot: what is read out of the file. */
export const copyOfBlocks = (blocks: readonly PageBlock[]): AdCopy =>
  defined(
    Object.fromEntries(
      COPY_SLOTS.map((slot) => {
        const lines = blocks.flatMap(({ copy }) => detailLines(copy[slot]));
        return [slot, lines.length === 0 ? undefined : lines.join('\n')] as const;
      }),
    ),
  );
