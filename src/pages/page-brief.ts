import type { Brief } from '../ad/brief.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { PageOrder } from '../ad/page.ts';
import type { AdRequest } from '../ad/request.ts';
import { defined } from '../collections/defined.ts';
import { copyOfBlocks, longPage } from './long-page.ts';
import type { Page } from './page.ts';
import { pagesWish } from './pages-wish.ts';
import { planPages } from './plan-pages.ts';
import { unsaidOn } from './unsaid.ts';

/**
 * The brief of one page: the whole request's with the page's own words and what stands on it. What no page says is told
 * with the first. One that is a page's already stays as it is.
 */
export function pageBrief(
  brief: Brief,
  order: PageOrder,
  request: Pick<AdRequest, 'parts' | 'brand' | 'copy' | 'photos'>,
): Brief {
  if (brief.page !== undefined) return brief;
  if (order.sliced) return sliceBrief(brief, order, request);
  const pages = planPages(pagesWish({ ...request, page: order }, brief));
  const page = pages[order.number - 1];
  if (page === undefined) throw new RangeError(`There is no page ${order.number} of ${pages.length}`);
  // What stands behind the words is the same on all pages.
  const { productColour: _, ...scene } = brief.scene;
  const isFirst = order.number === 1;
  return {
    ...brief,
    scene,
    copy: page.copy,
    ...defined({ product: page.role === 'product' ? page.copy.headline : brief.product }),
    hero: request.photos.length > 0 ? { kind: 'photo' } : (page.hero ?? { kind: 'type' }),
    leftOut: [],
    page: { ...order, role: page.role, ...defined({ menu: page.menu, qr: page.qr }) },
    warnings: isFirst ? [...brief.warnings, ...unsaidOn(pages, brief), ...countTold(order, pages)] : [],
  };
}

/** Most pixels of a file where its place says nothing of it. */
const MAX_LENGTH = 5000;

/** The brief of one file of a long page: the words of all that stands on it. */
function sliceBrief(
  brief: Brief,
  order: PageOrder,
  request: Pick<AdRequest, 'parts' | 'brand' | 'copy' | 'photos'>,
): Brief {
  const files = longPage(request, brief, MAX_LENGTH);
  const blocks = files[order.number - 1];
  const [first] = blocks ?? [];
  if (blocks === undefined || first === undefined)
    throw new RangeError(`There is no file ${order.number} of ${files.length}`);
  const { productColour: _, ...scene } = brief.scene;
  const pages: readonly Page[] = files.flat();
  return {
    ...brief,
    scene,
    copy: copyOfBlocks(blocks),
    leftOut: [],
    page: {
      ...order,
      role: first.role,
      blocks,
      ...defined({
        menu: blocks.find(({ menu }) => menu !== undefined)?.menu,
        qr: blocks.find(({ qr }) => qr === true)?.qr,
      }),
    },
    warnings: order.number === 1 ? [...brief.warnings, ...unsaidOn(pages, brief)] : [],
  };
}

function countTold({ asked }: PageOrder, pages: readonly Page[]): readonly LocalizedText[] {
  if (asked === undefined || asked === pages.length) return [];
  const { length } = pages;
  return [
    length < asked
      ? {
          ko: `${asked}장을 말씀하셨지만 말씀하신 내용으로는 ${length}장이 되어서, 없는 내용을 지어내지 않고 ${length}장으로 만들었어요.`,
          en: `You asked for ${asked} pages, but what you said fills ${length}; nothing was made up to fill the others.`,
        }
      : {
          ko: `${asked}장에는 말씀하신 내용이 다 들어가지 않아서 ${length}장으로 만들었어요.`,
          en: `What you said does not fit on ${asked} pages, so there are ${length}.`,
        },
  ];
}
