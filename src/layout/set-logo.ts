import type { Box } from '../ad/geometry.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { Insets } from '../ad/place.ts';
import { defined } from '../collections/defined.ts';
import { drawLogo } from '../imaging/logo/draw-logo.ts';
import { logoMark } from '../imaging/logo/logo-mark.ts';
import type { Matte, Raster } from '../imaging/raster.ts';
import { placeLogo } from './place-logo.ts';
import { positionName } from './position-names.ts';

export interface LogoRequest {
  /** The ad, words and all. */
  readonly image: Raster;
  readonly logo: Raster;
  readonly words: readonly Box[];
  /** What the picture is of, where that is known. */
  readonly product?: Matte | Box;
  /** Where it stands; absent = where it is to be found. */
  readonly at?: Box;
  /** Where the ad's place covers it. */
  readonly safe?: Insets;
}

export interface SetLogo {
  readonly image: Raster;
  /** Absent where there was no room. */
  readonly box?: Box;
  readonly why: readonly LocalizedText[];
  readonly warnings: readonly LocalizedText[];
}

/** Sets the shop's logo where it covers neither words nor product, and says where and why. */
export function setLogo({ image, logo, words, product, at, safe }: LogoRequest): SetLogo {
  const mark = logoMark(logo);
  const box = at ?? placeLogo({ image, logo: mark.image, words, ...defined({ product, safe }) });
  if (box === undefined) {
    const none = {
      ko: '로고를 놓을 빈자리가 없어 이번 그림에는 넣지 않았어요.',
      en: 'There was no free space for the logo, so it is not in this picture.',
    };
    return { image, why: [], warnings: [none] };
  }
  const drawn = drawLogo(image, mark, box);
  const { ko, en } = positionName(box, image);
  const sheet = drawn.sheet
    ? {
        ko: ' 배경과 섞이지 않도록 작은 판 위에 얹었어요.',
        en: ' It is on a small panel so that it stands out.',
      }
    : { ko: '', en: '' };
  return {
    image: drawn.image,
    box,
    why: [
      {
        ko: `로고는 글과 제품을 피해 ${ko}의 조용한 자리에 두었어요.${sheet.ko}`,
        en: `The logo is ${en}, in a calm place away from the text and the product.${sheet.en}`,
      },
    ],
    warnings: [],
  };
}
