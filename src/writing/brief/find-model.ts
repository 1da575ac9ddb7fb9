import type { HexColour, PropName } from '../../ad/scene.ts';
import { mixHex } from '../../imaging/colour.ts';
import { isProduct, type Term } from '../../presets/lexicon.ts';
import type { Presets } from '../../presets/presets.ts';
import type { Subject } from '../reading/subject.ts';
import { englishKey } from '../reading/vocabulary.ts';

/** Finds the studio's model of a subject, by its Korean names and by what the lexicon calls the same in English. */
export function findModel(subject: Subject, presets: Presets): PropName | undefined {
  const { propWords } = presets;
  const names = namesOf(subject);
  const named = names.map((name) => propWords.korean.get(name)).find((prop) => prop !== undefined);
  if (named !== undefined) return named;
  const english = [subject.en, ...significantTerms(subject).map(({ en }) => en)].map(englishKey);
  const same = english
    .map((name) => propWords.english.get(name) ?? sameThings(presets).get(name))
    .find((prop) => prop !== undefined);
  return same;
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
export function tintOf(subject: Subject, tints: ReadonlyMap<string, HexColour>): HexColour | undefined {
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
