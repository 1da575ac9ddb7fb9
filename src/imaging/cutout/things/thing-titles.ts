import { centre } from '../../../ad/geometry.ts';
import type { LocalizedText } from '../../../ad/locale.ts';
import type { Thing } from '../cutout.ts';

/** From the left, and from above, of two and of three. */
const ACROSS = [
  [
    { ko: '왼쪽', en: 'left' },
    { ko: '오른쪽', en: 'right' },
  ],
  [
    { ko: '왼쪽', en: 'left' },
    { ko: '가운데', en: 'middle' },
    { ko: '오른쪽', en: 'right' },
  ],
] as const;
const DOWN = [
  [
    { ko: '위', en: 'top' },
    { ko: '아래', en: 'bottom' },
  ],
  [
    { ko: '위', en: 'top' },
    { ko: '가운데', en: 'middle' },
    { ko: '아래', en: 'bottom' },
  ],
] as const;

/** What each of several things is called, by where it stands among them; a single one is in the middle. */
export function thingTitles(things: readonly Pick<Thing, 'box'>[]): readonly LocalizedText[] {
  const middles = things.map(({ box }) => centre(box));
  const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  const across = spread(middles.map(({ x }) => x)) >= spread(middles.map(({ y }) => y));
  const places = middles.map(({ x, y }) => (across ? x : y));
  const ranks = [...places.keys()].sort((a, b) => places[a]! - places[b]!);
  if (things.length === 1) return [ACROSS[1][1]];
  const named = (across ? ACROSS : DOWN)[things.length - 2];
  return things.map((_, i): LocalizedText => {
    const rank = ranks.indexOf(i);
    const title = named?.[rank];
    if (title !== undefined) return title;
    return across
      ? { ko: `왼쪽에서 ${rank + 1}번째`, en: `number ${rank + 1} from the left` }
      : { ko: `위에서 ${rank + 1}번째`, en: `number ${rank + 1} from the top` };
  });
}
