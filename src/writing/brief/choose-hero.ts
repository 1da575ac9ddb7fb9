import type { Hero } from '../../ad/hero.ts';
import type { AdRequest } from '../../ad/request.ts';
import type { SceneBrief } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import type { Industry } from '../../presets/industry.ts';
import { GENERAL_TRADE, type Presets } from '../../presets/presets.ts';
import type { Reading } from '../reading/read-request.ts';
import { findModel, tintOf } from './find-model.ts';
import { type FoundThing, findShopThing, findThing, namesDeed } from './find-thing.ts';

/** What stands in the picture, and what of it a scene is told. */
export interface ChosenHero {
  readonly hero: Hero;
  readonly shown: Pick<SceneBrief, 'subject' | 'icons' | 'productColour'>;
}

/** Icons that stand side by side. */
const MAX_ICONS = 3;

/** What parts the goods of one product. */
const BETWEEN_GOODS = /\s*[·,+&/]\s*|\s+(?:및|and)\s+/;

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
  if (request.photos.length > 0) return { hero: { kind: 'photo' }, shown: {} };
  const goods = goodsOf(reading, presets);
  const [first] = goods;
  const icons = [
    ...new Map(goods.filter(({ kind }) => kind === 'icon').map((icon) => [icon.id, icon])).values(),
  ];
  if (first?.kind === 'icon' || icons.length > 1) return withIcons(icons.slice(0, MAX_ICONS));
  const thing = first ?? (tradeMayStand(reading, presets) ? ofTrade(reading, trade, presets) : undefined);
  if (thing === undefined) return { hero: { kind: 'type' }, shown: {} };
  return thing.kind === 'icon'
    ? withIcons([thing])
    : withModel(thing.id, reading, presets, first !== undefined);
}

function withIcons(icons: readonly FoundThing[]): ChosenHero {
  return {
    hero: { kind: 'icon', ids: icons.map(({ id }) => id) },
    shown: { icons: icons.map(({ id, by }) => ({ id, name: by })) },
  };
}

function withModel(prop: string, { subject }: Reading, presets: Presets, named: boolean): ChosenHero {
  if (!presets.studio.props.has(prop)) return { hero: { kind: 'type' }, shown: {} };
  const colour = named && subject !== undefined ? tintOf(subject, presets.tints) : undefined;
  return {
    hero: { kind: 'model', id: prop },
    shown: { subject: prop, ...defined({ productColour: colour }) },
  };
}

/** What stands for the product, one for each of its goods that something stands for. */
function goodsOf({ product, subject }: Reading, presets: Presets): readonly FoundThing[] {
  const named = product ?? (subject?.vague === true ? undefined : subject?.text);
  if (named === undefined) return [];
  const goods = named.split(BETWEEN_GOODS).flatMap((part) => findThing(part, presets) ?? []);
  if (goods.length > 0 || subject === undefined || !named.includes(subject.text)) return goods;
  const model = findModel(subject, presets);
  return model === undefined ? [] : [{ kind: 'model', id: model, by: subject.text }];
}

/** Whether the trade may stand for what is advertised: for nothing in particular, or for something that is done. */
function tradeMayStand({ product, subject }: Reading, presets: Presets): boolean {
  if (product !== undefined && namesDeed(product, presets)) return true;
  if (subject !== undefined && (subject.vague || subject.kind === 'service')) return true;
  return product === undefined && subject === undefined;
}

/** What the trade's word names, else its emblem. */
function ofTrade(reading: Reading, trade: Industry, presets: Presets): FoundThing | undefined {
  const words = reading.statements.filter(({ kind }) => kind === 'trade').map(({ text }) => text);
  for (const word of [...words, reading.trade.by ?? '']) {
    const thing = findShopThing(word, presets);
    if (thing !== undefined) return thing;
  }
  const { key, emblem } = trade;
  return key === GENERAL_TRADE || emblem === undefined ? undefined : { kind: 'model', id: emblem, by: key };
}
