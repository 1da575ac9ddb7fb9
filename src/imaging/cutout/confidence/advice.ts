import type { LocalizedText } from '../../../ad/locale.ts';
import type { CutoutSignals } from './signals.ts';

/** What most likely spoils a cut-out, and how to photograph so that it does not. */
const ADVICE = {
  cropped: {
    ko: '제품이 사진 가장자리에서 잘려 있어요. 제품 전체가 들어오고 둘레에 여백이 남도록 한 걸음 물러나서 찍어 주세요.',
    en: 'The product is cut off by the edge of the photo. Step back so that all of it is in the frame, with room around it.',
  },
  busy: {
    ko: '배경이 복잡해서 제품만 오려내기 어려웠어요. 무늬 없는 테이블이나 종이 위에 올리고, 벽에서 50cm쯤 떨어뜨려 찍어 주세요.',
    en: 'The background is too busy to tell the product from it. Put it on a plain table or sheet of paper, half a metre away from the wall.',
  },
  alike: {
    ko: '제품과 배경의 색이 비슷해서 경계가 뚜렷하지 않아요. 제품과 밝기가 다른 배경에서 찍어 주세요.',
    en: 'The product and its background have nearly the same colour. Photograph it on something lighter or darker than itself.',
  },
  small: {
    ko: '제품이 사진에서 너무 작아요. 조금 더 가까이에서 찍어 주세요.',
    en: 'The product is too small in the photo. Come closer.',
  },
} as const satisfies Record<string, LocalizedText>;

/** Advice for the next photo, the likeliest trouble first; never empty. */
export function adviceFor(signals: CutoutSignals): LocalizedText {
  if (signals.atFrame > 0.06 || reachesOut(signals)) return ADVICE.cropped;
  if (signals.area < 0.015) return ADVICE.small;
  if (signals.known > 0.85 && (signals.onEdges < 0.85 || signals.strength < 0.5)) return ADVICE.alike;
  return ADVICE.busy;
}

/** Advice where nothing at all stood out. */
export const NO_PRODUCT_FOUND: LocalizedText = {
  ko: '사진에서 제품을 찾지 못했어요. 무늬 없는 배경에서 제품이 가운데에 크게 오도록 찍어 주세요.',
  en: 'No product was found in the photo. Photograph it on a plain background, large and in the middle.',
};

/**
 * Whether something other than ground takes a part of the border: a product that is cut off was hardly found, for
 * what lies at the edge is taken for ground. Where it takes more, the ground itself was not known.
 */
function reachesOut({ known, atBorder }: CutoutSignals): boolean {
  return known > 0.6 && atBorder > 0.06 && atBorder < 0.35;
}
