import type { HexColour, PropName } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import { mixHex } from '../../imaging/colour.ts';
import type { Industry } from '../../presets/industry.ts';
import { isProduct, type Term } from '../../presets/lexicon.ts';
import type { Presets } from '../../presets/presets.ts';
import type { Subject } from '../reading/subject.ts';
import { englishKey } from '../reading/vocabulary.ts';

/** What a picture without a photo shows, as far as a studio can. */
export interface ShownSubject {
  readonly subject?: PropName;
  readonly productColour?: HexColour;
}

/**
 * Finds what stands for the subject. Where the request names nothing to show, or something that is done rather than
 * sold, the trade's emblem does; for a thing that a studio does not have, nothing does.
 */
export function showSubject(subject: Subject | undefined, trade: Industry, presets: Presets): ShownSubject {
  const emblem = trade.emblem === undefined ? {} : { subject: trade.emblem };
  if (subject === undefined) return emblem;
  const prop = propFor(subject, presets);
  if (prop === undefined) return subject.vague || subject.kind === 'service' ? emblem : {};
  const colour = tintOf(subject, presets.tints);
  return { subject: prop, ...defined({ productColour: colour }) };
}

function propFor(subject: Subject, presets: Presets): PropName | undefined {
  const { propWords } = presets;
  const names = namesOf(subject);
  const named = names.map((name) => propWords.korean.get(name)).find((prop) => prop !== undefined);
  if (named !== undefined) return named;
  const english = [subject.en, ...significantTerms(subject).map(({ en }) => en)].map(englishKey);
  const same = english
    .map((name) => propWords.english.get(name) ?? sameThings(presets).get(name))
    .find((prop) => prop !== undefined);
  if (same !== undefined) return same;
  if (subject.kind === 'service') return undefined;
  const endings = [...propWords.endings].sort(([a], [b]) => b.length - a.length);
  return endings.find(([ending]) => names.some((name) => name.endsWith(ending)))?.[1];
}

/** What the subject can be looked up by, most telling first: its words grown together, then from the left ever fewer. */
function namesOf(subject: Subject): readonly string[] {
  const words = subject.terms.map((term) => term.ko);
  const joined = words.map((_, from) => words.slice(from).join(''));
  return [...joined, ...significantTerms(subject).map((term) => term.ko)];
}

/** The things that a subject names, its head first. */
function significantTerms({ terms, head }: Subject): readonly Term[] {
  const things = terms.filter(isProduct).toReversed();
  return head === undefined ? things : [head, ...things.filter((term) => term !== head)];
}

const gathered = new WeakMap<Presets, ReadonlyMap<string, PropName>>();

/** What stands for things by their English names, where the lexicon has them under several Korean ones. */
function sameThings(presets: Presets): ReadonlyMap<string, PropName> {
  const there = gathered.get(presets);
  if (there !== undefined) return there;
  const names = new Map<string, PropName>();
  for (const term of presets.lexicon) {
    const prop = presets.propWords.korean.get(term.ko);
    if (prop !== undefined && !names.has(englishKey(term.en))) names.set(englishKey(term.en), prop);
  }
  gathered.set(presets, names);
  return names;
}

/** Its own colour, or that of what is in it mixed with that of what it is: 흑임자 in 라떼. */
function tintOf(subject: Subject, tints: ReadonlyMap<string, HexColour>): HexColour | undefined {
  const { terms, head } = subject;
  const whole = namesOf(subject)
    .slice(0, terms.length)
    .map((name) => tints.get(name));
  const own = whole[0] ?? (terms.length === 1 ? whole.find((colour) => colour !== undefined) : undefined);
  if (own !== undefined) return own;
  const ofHead = head === undefined ? undefined : tints.get(head.ko);
  const ofPart = terms
    .filter((term) => term !== head)
    .map((term) => tints.get(term.ko))
    .find((colour) => colour !== undefined);
  if (ofHead === undefined || ofPart === undefined) return ofHead ?? ofPart;
  return mixHex(ofPart, ofHead, 0.5);
}
