import type { LightingName, MaterialName, SceneName, SeasonName } from '../../ad/scene.ts';
import type { StyleName } from '../../ad/style.ts';
import { defined } from '../../collections/defined.ts';
import type { TermKind } from '../../presets/lexicon.ts';
import type { Presets } from '../../presets/presets.ts';
import type { Reading } from './read-request.ts';
import type { Subject } from './subject.ts';
import { moodOf } from './wishes/asked-mood.ts';

/** What a language model says it read in a request. Names are those of the presets; all else is only its word. */
export interface ModelReading {
  /** Each with the words of the request that say so. */
  readonly style?: Quoted<StyleName>;
  readonly season?: Quoted<SeasonName>;
  readonly occasion?: Quoted<string>;
  readonly subject?: ModelSubject;
  readonly mood: readonly string[];
  readonly setting: readonly string[];
  readonly materials: readonly MaterialName[];
  readonly backdrops: readonly SceneName[];
  readonly lighting?: LightingName;
  readonly darkness?: number;
  readonly props: readonly string[];
  readonly avoid: readonly string[];
}

interface Quoted<T extends string> {
  readonly key: T;
  readonly by: string;
}

interface ModelSubject {
  /** Words of the request. */
  readonly text: string;
  readonly en: string;
  readonly kind: TermKind;
  readonly look?: string;
  readonly served?: string;
}

/** Most English words in a phrase, and most phrases of a kind. */
const PHRASE = /^[a-z](?:[a-z'-]*[a-z])?(?: [a-z0-9](?:[a-z0-9'-]*[a-z0-9])?){0,7}$/i;
const MAX_PHRASES = 4;

/** What would be lettered into the picture, or is nothing to see. */
const LETTERED =
  /\b(?:texts?|letters?|lettering|words?|captions?|slogans?|logos?|signs?|signage|watermarks?|prices?|numbers?|qr|codes?|labels?|banners?|typography|https?|www|ignore|instructions?|prompts?|keys?|system)\b/i;

/**
 * Tells which phrases may be put into a prompt: a few English words about something to see. A word with a capital
 * that the lexicon does not have (Jeju, Hanwoo) names somebody or something that nobody told.
 */
function phraseReader({ lexicon }: Presets): (text: string | undefined) => string | undefined {
  const known = new Set(lexicon.flatMap(({ en }) => en.toLowerCase().split(' ')));
  const isName = (word: string): boolean => word !== word.toLowerCase() && !known.has(word.toLowerCase());
  return (text) => {
    const clean = text?.trim().replaceAll(/\s+/g, ' ').replace(/[.,]$/, '');
    if (clean === undefined || !PHRASE.test(clean) || LETTERED.test(clean)) return undefined;
    return clean.split(' ').some(isName) ? undefined : clean;
  };
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/**
 * The rules' reading with what a model read besides. Statements, product, trade, what the ad is for, the shop's name and what is denied stay
 * the rules', whose words are the request's own; what the model says counts where it quotes the request, or names what
 * there is. A trade that the rules do not know stays unknown: a guess chooses neither words nor things.
 */
export function withModelReading(rules: Reading, told: ModelReading, presets: Presets): Reading {
  const { text } = rules;
  const { occasions } = presets;
  const phraseOf = phraseReader(presets);
  const phrasesOf = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => phraseOf(text) ?? []).slice(0, MAX_PHRASES);
  const said = (by: string): boolean => by.trim().length > 0 && text.includes(by.trim());
  const { denied } = rules.scene;
  const subject = subjectOf(rules, told.subject, phraseOf);
  const style = rules.style ?? (told.style && said(told.style.by) ? told.style : undefined);
  const season = rules.season ?? (told.season && said(told.season.by) ? told.season : undefined);
  const day = told.occasion && said(told.occasion.by) ? told.occasion : undefined;
  const occasion = rules.occasion ?? (day && occasions.find(day.key) !== undefined ? day : undefined);
  const without = <T>(values: readonly T[], unwanted: readonly T[]): readonly T[] =>
    values.filter((value) => !unwanted.includes(value));
  const lighting =
    rules.scene.lighting ?? without(told.lighting === undefined ? [] : [told.lighting], denied.lightings)[0];
  const darkness = rules.scene.darkness ?? told.darkness;
  const mood = rules.mood ?? moodOf(told.mood, presets.moods.rows);
  return {
    ...rules,
    ...defined({ subject }),
    ...defined({ style, season, occasion, mood }),
    scene: {
      ...rules.scene,
      materials: unique([...rules.scene.materials, ...without(told.materials, denied.materials)]),
      backdrops:
        rules.scene.backdrops.length > 0 || rules.scene.materials.length > 0
          ? rules.scene.backdrops
          : without(told.backdrops, denied.backdrops).slice(0, 2),
      ...defined({
        lighting,
        darkness: darkness === undefined ? undefined : Math.max(0, Math.min(1, darkness)),
      }),
      moods: unique([...rules.scene.moods, ...phrasesOf(told.mood)]).slice(0, MAX_PHRASES),
      settings: unique([...rules.scene.settings, ...phrasesOf(told.setting)]).slice(0, MAX_PHRASES),
      props: unique([...rules.scene.props, ...phrasesOf(told.props)]).slice(0, MAX_PHRASES),
      denied: { ...denied, words: unique([...denied.words, ...phrasesOf(told.avoid)]) },
    },
    // The model has read these too: what of them is to be seen it has told.
    unknown: [],
  };
}

/** The model's subject where it is the request's, with what the rules know of the same words. */
function subjectOf(
  { text, product, subject: known }: Reading,
  told: ModelSubject | undefined,
  phraseOf: (text: string | undefined) => string | undefined,
): Subject | undefined {
  const en = phraseOf(told?.en);
  if (told === undefined || en === undefined) return known;
  const words = told.text.trim();
  const start = text.indexOf(words);
  if (words.length < 1 || start < 0 || !isOf(words, product)) return known;
  const isSame = known?.text === words || known?.fullText === words;
  if (isSame && !isSameThing(en, known)) return known;
  const look = phraseOf(told.look);
  const served = phraseOf(told.served);
  const telling = {
    en,
    kind: told.kind,
    ...defined({ look, served }),
    vague: false,
  };
  if (isSame) return { ...known, ...telling };
  return {
    text: words,
    fullText: words,
    start,
    end: start + words.length,
    terms: [],
    words: new Set(),
    ...telling,
  };
}

/** Whether the words name the product, or a part of it; where the rules found none they may be any of the request. */
function isOf(words: string, product: string | undefined): boolean {
  if (product === undefined) return true;
  const [one, other] = [words, product].map((text) => text.toLowerCase().replaceAll(/[\s·]+/g, ''));
  return one !== undefined && other !== undefined && (one.includes(other) || other.includes(one));
}

/** A thing that the lexicon knows is not renamed to another: the names share a word. */
function isSameThing(en: string, { terms, en: name }: Subject): boolean {
  const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  const there = new Set(wordsOf(name));
  return terms.length === 0 || wordsOf(en).some((word) => there.has(word));
}
