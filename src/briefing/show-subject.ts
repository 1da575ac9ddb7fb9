import type { HexColour, PropName } from '../ad/scene.ts';
import { mixHex } from '../imaging/colour.ts';
import type { Industry } from '../presets/industry.ts';
import type { Presets } from '../presets/presets.ts';
import type { Subject } from '../reading/subject.ts';

/** What a picture without a photo shows, as far as a studio can. */
export interface ShownSubject {
  readonly subject?: PropName;
  readonly productColour?: HexColour;
}

/** Finds what stands for the subject; a service is stood for by its trade's emblem, an unknown thing by nothing. */
export function showSubject(subject: Subject | undefined, trade: Industry, presets: Presets): ShownSubject {
  if (subject === undefined) return trade.emblem === undefined ? {} : { subject: trade.emblem };
  const names = namesOf(subject);
  const name = names.find((found) => presets.stands.has(found));
  const service = subject.head?.group.kind === 'service';
  const prop = name === undefined ? (service ? trade.emblem : undefined) : presets.stands.get(name);
  const colour = tintOf(subject, names, presets.tints);
  return {
    ...(prop === undefined ? {} : { subject: prop }),
    ...(prop === undefined || colour === undefined ? {} : { productColour: colour }),
  };
}

/** What the subject can be looked up by, most telling first: its words grown together, then from the left ever fewer. */
function namesOf({ terms, head }: Subject): readonly string[] {
  const words = terms.map((term) => term.ko);
  const joined = words.map((_, from) => words.slice(from).join(''));
  return [...joined, ...words.toReversed(), ...(head === undefined ? [] : [head.ko])];
}

/** Its own colour, or that of what is in it mixed with that of what it is: 흑임자 in 라떼. */
function tintOf(
  { terms, head }: Subject,
  names: readonly string[],
  tints: ReadonlyMap<string, HexColour>,
): HexColour | undefined {
  const whole = names.slice(0, terms.length).map((name) => tints.get(name));
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
