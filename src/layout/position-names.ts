import { type Box, centre, type Size } from '../ad/geometry.ts';
import type { LocalizedText } from '../ad/locale.ts';

const NAMES: readonly (readonly LocalizedText[])[] = [
  [
    { ko: '왼쪽 위', en: 'at the top left' },
    { ko: '위쪽 가운데', en: 'at the top' },
    { ko: '오른쪽 위', en: 'at the top right' },
  ],
  [
    { ko: '왼쪽', en: 'on the left' },
    { ko: '한가운데', en: 'in the middle' },
    { ko: '오른쪽', en: 'on the right' },
  ],
  [
    { ko: '왼쪽 아래', en: 'at the bottom left' },
    { ko: '아래쪽 가운데', en: 'at the bottom' },
    { ko: '오른쪽 아래', en: 'at the bottom right' },
  ],
];

const third = (share: number): number => (share < 0.4 ? 0 : share > 0.6 ? 2 : 1);

/** Where in a picture a box is, in words that follow a verb: '왼쪽 위', 'at the top left'. */
export function positionName(box: Box, size: Size): LocalizedText {
  const { x, y } = centre(box);
  const name = NAMES[third(y / size.height)]?.[third(x / size.width)];
  return name ?? { ko: '한가운데', en: 'in the middle' };
}

/** '왼쪽이었는데,' or '위쪽 가운데였는데,': the verb goes by the last sound. */
export const wasAt = ({ ko }: LocalizedText): string => `${ko}${ko.endsWith('쪽') ? '이었는데' : '였는데'},`;
