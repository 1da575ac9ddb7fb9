import type { Hero } from '../../ad/hero.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { AdRequest } from '../../ad/request.ts';
import type { SceneBrief } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import type { Industry } from '../../presets/industry.ts';
import { GENERAL_TRADE, type Presets } from '../../presets/presets.ts';
import type { Reading } from '../reading/read-request.ts';
import { VAGUE } from '../reading/score-phrase.ts';
import type { Subject } from '../reading/subject.ts';
import { termOf } from '../reading/word-means.ts';
import { findModel, tintOf } from './find-model.ts';
import { endsWithDeed, type FoundThing, findThing, namesDeed, showsNothing } from './find-thing.ts';
import { OWN_PHOTO, shownReason, WORDS_ALONE } from './hero-reason.ts';

/** What stands in the picture, and what of it a scene is told. */
export interface ChosenHero {
  readonly hero: Hero;
  readonly shown: Pick<SceneBrief, 'subject' | 'icons' | 'productColour'>;
  readonly why: LocalizedText;
}

const ONLY_WORDS: ChosenHero = { hero: { kind: 'type' }, shown: {}, why: WORDS_ALONE };

/** Icons that stand side by side. */
const MAX_ICONS = 3;

/** What parts the goods of one product. */
const BETWEEN_GOODS = /[·,+&/]|(?<=\s)(?:및|and)(?=\s)/;

/**
 * Chooses what stands in the picture: the person's photo; else what the product's own name says, by a model of the
 * studio's or icons; else what the trade's word says, where the shop does something rather than sells it. What none of
 * them says for sure is left to the lettering: rather nothing than another shop's goods.
 */
export function chooseHero(
  request: Pick<AdRequest, 'photos'>,
  reading: Reading,
  trade: Industry,
  presets: Presets,
): ChosenHero {
  if (request.photos.length > 0) return { hero: { kind: 'photo' }, shown: {}, why: OWN_PHOTO };
  const goods = goodsOf(reading, presets);
  const first = goods[0] ?? ofTrade(reading, trade, presets);
  if (first === undefined) return ONLY_WORDS;
  if (first.kind === 'model') return withModel(first, reading, presets, goods.length > 0);
  const icons = [first, ...goods].filter(({ kind }) => kind === 'icon');
  return withIcons([...new Map(icons.map((icon) => [icon.id, icon])).values()].slice(0, MAX_ICONS));
}

function withIcons(icons: readonly FoundThing[]): ChosenHero {
  return {
    hero: { kind: 'icon', ids: icons.map(({ id }) => id) },
    shown: { icons: icons.map(({ id, by }) => ({ id, name: by })) },
    why: shownReason({ word: [...new Set(icons.map(({ by }) => by))].join(', ') }),
  };
}

function withModel(
  { id: prop, by, trade }: FoundThing,
  { subject }: Reading,
  presets: Presets,
  named: boolean,
): ChosenHero {
  if (!presets.studio.props.has(prop)) return ONLY_WORDS;
  const colour = named && subject !== undefined ? tintOf(subject, presets.tints) : undefined;
  return {
    hero: { kind: 'model', id: prop },
    shown: { subject: prop, ...defined({ productColour: colour }) },
    why: shownReason(trade === undefined ? { word: by } : { trade }),
  };
}

/** What stands for the goods of the product; nothing where nothing stands for the first of them. */
function goodsOf(reading: Reading, presets: Presets): readonly FoundThing[] {
  const { product, listed, subject, statements, locale } = reading;
  if (product === undefined && statements.some(({ kind }) => kind === 'trade')) return [];
  const named = product ?? (subject?.vague === true ? undefined : subject?.text);
  if (named === undefined) return [];
  // Of what is done to them the kinds of things are no goods: '세탁기 청소 통돌이 7만 드럼 12만'.
  const kinds = endsWithDeed(named, presets) ? [] : listed;
  const [first, ...others] = [...named.split(BETWEEN_GOODS), ...kinds].map((part) =>
    findThing(part.trim(), presets),
  );
  if (first !== undefined) return [first, ...others.flatMap((thing) => thing ?? [])];
  // English has other words for the same, of which the lexicon knows.
  if (locale === 'ko' || subject === undefined || !endsWith(named, subject)) return [];
  // Of what is taught or done by its word alone nothing is to be seen: 'Forklift training'.
  if (showsNothing(named, presets) || endsWithDeed(subject.text, presets)) return [];
  const model = findModel(subject, presets);
  return model === undefined ? [] : [{ kind: 'model', id: model, by: subject.text }];
}

/** What English puts behind what a thing is: for whom, with what, by whom. */
const BEHIND_EN =
  /(?:\s(?:for|with|from|in|at|to|by|on)\s.*|(?:\s(?:new|menu|specials?|deals?|launch|collection|season))+)$/su;

/** Whether a phrase ends with the word that says what the subject is: of 'coffee table', 'cake stands' it is another. */
function endsWith(phrase: string, { text, head, words }: Subject): boolean {
  const last = [...words].at(-1);
  const term = last === undefined ? undefined : termOf(last);
  const isHead =
    term !== undefined &&
    (term === head || VAGUE.has(term.en) || term.group.kind === 'purpose' || term.group.kind === 'filler');
  return isHead && phrase.replace(BEHIND_EN, '').trim().toLowerCase().endsWith(text.toLowerCase());
}

/**
 * What the trade's word names: keys of 열쇠집, a tooth of 치과. Else its emblem, where nothing in particular is sold, or
 * something is done.
 */
function ofTrade(reading: Reading, trade: Industry, presets: Presets): FoundThing | undefined {
  const { key, emblem } = trade;
  // What is sold by name is not what else such a shop deals in: no sofa for a table.
  const ware = reading.product !== undefined && WARES.has(trade.tradeClass?.large ?? '');
  for (const { kind, text } of reading.statements) {
    const thing =
      kind === 'trade' &&
      !ware &&
      (reading.product === undefined || isOfTrade(text, reading.product, trade, presets))
        ? findThing(text, presets)
        : undefined;
    if (thing !== undefined) return thing;
  }
  if (key === GENERAL_TRADE || emblem === undefined || !sellsNothing(reading, presets)) return undefined;
  if (WARES.has(trade.tradeClass?.large ?? '') && pricesWare(reading)) return undefined;
  return { kind: 'model', id: emblem, by: key, trade: trade.names };
}

/**
 * Whether a word is one for this trade: an escape room's '폐병원' is none. Where the trade is not known, what is sold says
 * nothing of a thing: '미용실 의자' are chairs.
 */
const isOfTrade = (
  word: string,
  product: string,
  { key, names, aliases, goods }: Industry,
  presets: Presets,
): boolean =>
  (key === GENERAL_TRADE && namesDeed(product, presets)) ||
  [names.ko, names.en, ...aliases.ko, ...aliases.en, ...goods.ko, ...goods.en].some((name) =>
    bare(word).includes(bare(name)),
  );

/** Large classes whose shops sell many a thing, of which the emblem is one. */
const WARES = new Set(['소매', '음식']);

/** What prices say besides of what they are: how much of it, off what, from when. */
const NO_WARE =
  /\b(?:off|for|each|from|per|only|all|any|every|buy|get|free|one|two|three|new|sale|extra|first|next|and|the|with|price|now|was|less|than|up|over|under|save|plus|half|day|days|week|month|hour|hours|item|items|everything|order|orders|purchase)\b|전\s?(?:품목|상품|제품|메뉴)|할인|세일|반값|무료|원(?![가-힣])|만원|천원|부터|이상|구매\s?시|한\s?[가-힣](?![가-힣])|추가|특가|행사/giu;

/** Whether a price names the thing that it is of, though no product stands by itself: 'ribeye steaks 2 for $30'. */
const pricesWare = ({ product, statements }: Reading): boolean =>
  product === undefined &&
  statements.some(
    ({ kind, text }) =>
      (kind === 'price' || kind === 'offer') && /[a-z]{3,}|[가-힣]{2,}/iu.test(text.replaceAll(NO_WARE, ' ')),
  );

const bare = (word: string): string => word.toLowerCase().replaceAll(/\s/g, '');

/** Whether no goods are advertised, of which the emblem might be another. */
function sellsNothing({ product, subject }: Reading, presets: Presets): boolean {
  if (product !== undefined) return namesDeed(product, presets);
  return subject === undefined || subject.vague || subject.kind === 'service';
}
