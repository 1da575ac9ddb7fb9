import type { HexColour } from '../../../ad/scene.ts';
import { defined } from '../../../collections/defined.ts';
import type { Word } from '../find-words.ts';
import type { Segment } from '../statements/segment.ts';
import { termOf } from '../word-means.ts';

/** Colours that a request asks for by what they are to be on. */
export interface AskedColours {
  readonly letters?: HexColour;
  readonly background?: HexColour;
}

const LETTERS =
  /글씨|글자|문구|텍스트|제목|폰트|글꼴|서체|\b(?:letters?|lettering|text|fonts?|headline|title|typography)\b/iu;
const BACKGROUND = /배경|바탕|\b(?:background|backdrop)\b/iu;

/** Whether a wish is about the letters, whose colour is none of the picture's. */
export const isAboutLetters = (words: string): boolean => LETTERS.test(words) && !BACKGROUND.test(words);

/** @param wishes as findWishes gave them */
export function askedColours(text: string, wishes: readonly Segment[], words: readonly Word[]): AskedColours {
  let letters: HexColour | undefined;
  let background: HexColour | undefined;
  for (const { start, end } of wishes) {
    // 'white letters on a blue background' says both: each part after the other.
    for (const part of partsOf(text, start, end)) {
      const said = text.slice(part.start, part.end);
      const colour = words
        .filter((word) => word.start >= part.start && word.end <= part.end)
        .flatMap((word) => termOf(word)?.group.means.colour ?? [])[0];
      if (colour === undefined) continue;
      if (isAboutLetters(said)) letters = colour;
      else if (BACKGROUND.test(said)) background = colour;
    }
  }
  return defined({ letters, background });
}

const PARTING = /,|\s(?:and|on)\s|(?<=[가-힣](?:고|에))\s/u;

function partsOf(text: string, start: number, end: number): readonly { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let from = start;
  for (const words of text.slice(start, end).split(PARTING)) {
    const at = text.indexOf(words, from);
    parts.push({ start: at, end: at + words.length });
    from = at + words.length;
  }
  return parts;
}
