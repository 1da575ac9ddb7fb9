import { findAskedMotion } from '../../../ad/parse/asked-motion.ts';
import { findAskedPicture } from '../../../ad/parse/asked-picture.ts';
import { isProduct } from '../../../presets/lexicon.ts';
import { englishAddress } from '../address/english-address.ts';
import { koreanAddress } from '../address/korean-address.ts';
import { findQuotedWords } from '../address/quoted-words.ts';
import type { Word } from '../find-words.ts';
import type { Segment } from '../statements/segment.ts';
import { keyOf, termOf } from '../word-means.ts';
import { englishTalk } from './english-talk.ts';
import { englishWishes } from './english-wishes.ts';
import { koreanTalk } from './korean-talk.ts';
import { koreanWishes } from './korean-wishes.ts';
import { sceneWishes } from './scene-wishes.ts';
import { unwanted } from './unwanted.ts';

/**
 * What a request says to the designer, and not to the shop's customers: the ad's size, colours, style and audience, and
 * 'make me a banner'. Kinds: `wish`, `mood`, `audience`, the last two being wishes too. In order, without overlaps.
 *
 * @param words of the text, that the vocabulary was asked about
 */
export function findWishes(text: string, words: readonly Word[]): readonly Segment[] {
  const asked = findAskedPicture(text).map(({ start, end }): Segment => ({ kind: 'wish', start, end }));
  const moving = findAskedMotion(text).map(({ start, end }): Segment => ({ kind: 'wish', start, end }));
  const phrased = [
    ...asked,
    ...findQuotedWords(text).frames,
    ...moving,
    ...koreanWishes(text),
    ...englishWishes(text),
    ...sceneWishes(text, words),
    ...unwanted(text, words),
  ];
  const talk = [
    ...(/[가-힣]/u.test(text)
      ? koreanTalk(text, (start, end) =>
          words.some((word) => word.start >= start && word.end <= end && namesGoods(word)),
        )
      : []),
    ...(/[A-Za-z]{2}/.test(text) ? englishTalk(text) : []),
  ];
  const isAsked = phrased.length > 0 || talk.length > 0;
  const addressed = /[가-힣]{2}/u.test(text) ? koreanAddress(text, words, isAsked) : [];
  const spoken = /[A-Za-z]{2}\s/.test(text) ? englishAddress(text, isAsked) : [];
  const found = united([...phrased, ...talk, ...addressed, ...spoken].map(asWish));
  // Talk is never all that a request holds: what is said to the designer alone is what the ad is to say.
  return saysNothing(text, found) ? united(phrased.map(asWish)) : found;
}

const asWish = (segment: Segment): Segment => ({
  ...segment,
  kind: segment.kind === 'mood' ? 'mood' : 'wish',
});

/** Whether wishes are all that a text holds. */
function saysNothing(text: string, wishes: readonly Segment[]): boolean {
  let end = 0;
  let rest = '';
  for (const wish of wishes) {
    rest += text.slice(end, wish.start);
    end = wish.end;
  }
  return !/[\p{L}\p{N}]/u.test(rest + text.slice(end));
}

const namesGoods = (word: Word): boolean => {
  const term = termOf(word);
  return (term !== undefined && isProduct(term)) || keyOf(word, 'trade') !== undefined;
};

/** Overlapping ones as one, by the kind of the first. */
function united(segments: readonly Segment[]): readonly Segment[] {
  const sorted = [...segments]
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const found: Segment[] = [];
  for (const segment of sorted) {
    const last = found.at(-1);
    if (last === undefined || segment.start >= last.end) found.push(segment);
    else if (segment.end > last.end) found[found.length - 1] = { ...last, end: segment.end };
  }
  return found;
}
