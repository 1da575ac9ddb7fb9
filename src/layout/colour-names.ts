import type { LocalizedText } from '../ad/locale.ts';
import type { HexColour } from '../ad/scene.ts';
import { hexToOklch } from '../imaging/colour.ts';

/** Hues of OKLCH by the degree at which they end. */
const HUES: readonly (readonly [end: number, name: LocalizedText])[] = [
  [18, { ko: '분홍', en: 'pink' }],
  [42, { ko: '빨강', en: 'red' }],
  [72, { ko: '주황', en: 'orange' }],
  [112, { ko: '노랑', en: 'yellow' }],
  [165, { ko: '초록', en: 'green' }],
  [220, { ko: '청록', en: 'teal' }],
  [275, { ko: '파랑', en: 'blue' }],
  [325, { ko: '보라', en: 'purple' }],
  [361, { ko: '분홍', en: 'pink' }],
];

const GREY_CHROMA = 0.02;

/** What people call a colour: '짙은 갈색', 'dark brown'. */
export function colourName(hex: HexColour): LocalizedText {
  const [l, c, h] = hexToOklch(hex);
  if (l > 0.93) return c < 0.012 ? { ko: '흰색', en: 'white' } : { ko: '밝은 종이색', en: 'paper white' };
  if (l < 0.22 && c < 0.05) return { ko: '검정에 가까운 색', en: 'near black' };
  if (c < GREY_CHROMA)
    return l < 0.5 ? { ko: '짙은 회색', en: 'dark grey' } : { ko: '옅은 회색', en: 'light grey' };
  const hue = HUES.find(([end]) => h < end)?.[1] ?? { ko: '빨강', en: 'red' };
  const brown = l < 0.48 && h >= 30 && h < 100;
  const name = brown ? { ko: '갈색', en: 'brown' } : { ko: `${hue.ko}색`, en: hue.en };
  const proper = {
    ko: name.ko.replace('빨강색', '빨간색').replace('노랑색', '노란색').replace('파랑색', '파란색'),
    en: name.en,
  };
  if (l < 0.45) return { ko: `짙은 ${proper.ko}`, en: `dark ${proper.en}` };
  return l > 0.78 ? { ko: `밝은 ${proper.ko}`, en: `light ${proper.en}` } : proper;
}
