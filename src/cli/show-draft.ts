import { type AdCopy, detailLines } from '../ad/copy.ts';
import type { Hero } from '../ad/hero.ts';
import type { Locale, LocalizedText } from '../ad/locale.ts';
import { defined } from '../collections/defined.ts';
import { priceRuns } from '../typography/price.ts';
import type { Draft } from './ad-session.ts';

/** The words of an ad, slot by slot; `null` where there are none. */
interface ShownCopy {
  readonly headline: string | null;
  readonly sub: string | null;
  /** Without the old one. */
  readonly price: string | null;
  readonly oldPrice: string | null;
  readonly badge: string | null;
  readonly cta: string | null;
  readonly details: readonly string[];
}

/** What an ad would say and show, as programs read it. */
interface ShownDraft {
  /** As it was written. */
  readonly text: string;
  readonly product: string | null;
  readonly trade: { readonly large: string; readonly middle: string; readonly small: string } | null;
  readonly occasion: string;
  readonly statements: readonly { readonly kind: string; readonly text: string }[];
  readonly copy: ShownCopy;
  /** `id` is the prop's name, or the icons' code points with blanks between them. */
  readonly hero: { readonly kind: Hero['kind']; readonly id?: string };
  readonly leftOut: readonly string[];
  /** What the answer says besides, in the request's language. */
  readonly replies: readonly string[];
  /** Keys of the places where it goes, with ', ' between them; absent where none was asked for. */
  readonly place?: string;
}

export function showDraft(text: string, { request, places, brief }: Draft): ShownDraft {
  const { product, tradeClass, occasion, statements, hero, leftOut, why, heroWhy = [], warnings } = brief;
  return {
    text,
    product: product ?? null,
    trade:
      tradeClass === undefined
        ? null
        : { large: tradeClass.large, middle: tradeClass.middle, small: tradeClass.small },
    occasion: occasion ?? 'everyday',
    statements: statements.map(({ kind, text: words }) => ({ kind, text: words })),
    copy: shownCopy(brief.copy),
    hero: shownHero(hero ?? { kind: 'type' }),
    leftOut,
    replies: [...why, ...heroWhy, ...warnings].map((sentence) => sentence[request.locale]),
    ...defined({ place: places.join(', ') || undefined }),
  };
}

function shownCopy(copy: AdCopy): ShownCopy {
  const runs = priceRuns(copy.price ?? '');
  const words = (old: boolean): string | null =>
    runs
      .filter(({ part }) => (part === 'old') === old)
      .map(({ text }) => text)
      .join('')
      .trim() || null;
  return {
    headline: copy.headline ?? null,
    sub: copy.sub ?? null,
    price: words(false),
    oldPrice: words(true),
    badge: copy.badge ?? null,
    cta: copy.cta ?? null,
    details: detailLines(copy.details),
  };
}

function shownHero(hero: Hero): ShownDraft['hero'] {
  switch (hero.kind) {
    case 'model':
      return { kind: hero.kind, id: hero.id };
    case 'icon':
      return { kind: hero.kind, id: hero.ids.join(' ') };
    default:
      return { kind: hero.kind };
  }
}

const TITLES = {
  place: { ko: '올릴 곳', en: 'place' },
  product: { ko: '제품', en: 'product' },
  trade: { ko: '업종', en: 'trade' },
  headline: { ko: '제목', en: 'headline' },
  sub: { ko: '부제', en: 'sub' },
  oldPrice: { ko: '원래 가격', en: 'old price' },
  price: { ko: '가격', en: 'price' },
  badge: { ko: '배지', en: 'badge' },
  cta: { ko: '버튼', en: 'button' },
  details: { ko: '안내', en: 'details' },
  hero: { ko: '그림', en: 'picture' },
  leftOut: { ko: '넣지 못한 말', en: 'left out' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const HEROES: Readonly<Record<Hero['kind'], LocalizedText>> = {
  photo: { ko: '주신 사진', en: 'your photo' },
  model: { ko: '스튜디오의 모형', en: 'a studio model' },
  icon: { ko: '3D 아이콘', en: '3D icon' },
  type: { ko: '글자만', en: 'text only' },
};

/** The same as people read it in a terminal. */
export function draftAsText(draft: ShownDraft, locale: Locale): string {
  const { copy, trade, hero } = draft;
  const rows: readonly (readonly [keyof typeof TITLES, readonly (string | null | undefined)[]])[] = [
    ['place', [draft.place]],
    ['product', [draft.product]],
    ['trade', [trade && [trade.large, trade.middle, trade.small].join(' › ')]],
    ['headline', lines(copy.headline)],
    ['sub', lines(copy.sub)],
    ['oldPrice', lines(copy.oldPrice)],
    ['price', lines(copy.price)],
    ['badge', lines(copy.badge)],
    ['cta', lines(copy.cta)],
    ['details', copy.details],
    ['hero', [[HEROES[hero.kind][locale], hero.id].filter(Boolean).join(': ')]],
    ['leftOut', draft.leftOut],
  ];
  const shown = rows.flatMap(([name, values]) =>
    values
      .filter(Boolean)
      .map((value, index) => `  ${column(index === 0 ? TITLES[name][locale] : '')}${value}`),
  );
  return [draft.text, ...shown, ...draft.replies.map((reply) => `  · ${reply}`)].join('\n');
}

/** A title in its column; in a terminal a letter of Hangul is as wide as two others. */
const column = (title: string): string => title.padEnd(13 - (title.match(/[가-힣]/g)?.length ?? 0));

const lines = (words: string | null): readonly string[] => words?.split('\n') ?? [];
