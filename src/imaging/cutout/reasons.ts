import type { LocalizedText } from '../../ad/locale.ts';

export const READY: LocalizedText = {
  ko: '배경이 이미 지워진 사진이라 제품을 그대로 썼어요.',
  en: 'The photo came with its background removed, so the product is used as it is.',
};

export const SHADOW_REMOVED: LocalizedText = {
  ko: '사진에 그려져 있던 아래쪽 그림자는 빼고, 새 배경의 빛에 맞는 그림자를 넣어요.',
  en: 'The shadow painted below the product was removed: the new scene casts its own.',
};

export const NOT_CUT: LocalizedText = {
  ko: '제품을 깔끔하게 오려낼 자신이 없어서 사진을 통째로 보여 드려요.',
  en: 'The product could not be cut out cleanly enough, so the photo is shown whole.',
};

export const GROUND_TAKEN_OUT: LocalizedText = {
  ko: '유리 안에 옛 배경이 비쳐서, 그 배경은 빼고 새 배경이 비치게 했어요. 무늬 없는 밝은 배경 앞에서 찍거나 안을 채워서 찍으면 더 깔끔해요.',
  en: 'The old background showed through the glass, so it was removed and the new one shows through instead. Photographed in front of a plain light background, or filled, it comes out cleaner still.',
};

/** @param by the model that found the product; absent = rules alone */
export function cutWith(confidence: number, by?: string): LocalizedText {
  const percent = Math.round(100 * confidence);
  if (by === undefined) {
    return {
      ko: `제품을 배경에서 오려내고 가장자리 색을 다듬었어요 (확신도 ${percent}%).`,
      en: `The product was cut out of its background and its edge cleaned of the old colours (${percent}% sure).`,
    };
  }
  return {
    ko: `제품은 ${by} 모델이 찾고, 가장자리는 사진의 픽셀을 따라 오려 냈어요 (확신도 ${percent}%).`,
    en: `The model ${by} found the product, and its edge was cut along the photo's own pixels (${percent}% sure).`,
  };
}
