import type { LocalizedText } from '../../../ad/locale.ts';
import { HOLE, LEFT_BODY } from './confidence.ts';
import type { CutoutSignals } from './signals.ts';

/** What spoiled a cut-out, and how to photograph so that it does not. */
const ADVICE = {
  dark: {
    ko: '사진이 너무 어두워요: 창가처럼 밝은 곳에서 다시 찍어 주세요.',
    en: 'The photo is too dark. Take it again by a window or wherever there is more light.',
  },
  overexposed: {
    ko: '빛이 너무 강해서 제품이 하얗게 날아갔어요: 직사광선과 플래시를 피해서 찍어 주세요.',
    en: 'The light is so strong that the product is washed out. Take the photo without flash and out of direct sun.',
  },
  blurred: {
    ko: '사진이 흐릿해요: 제품을 눌러 초점을 맞추고, 흔들리지 않게 찍어 주세요.',
    en: 'The photo is blurred. Tap the product to focus on it, and hold the phone still.',
  },
  framed: {
    ko: '제품이 사진 가장자리에서 잘려 있어요: 한 걸음 물러나 둘레에 여백을 두고 찍어 주세요.',
    en: 'The product is cut off by the edge of the photo. Step back so that all of it is in the frame, with room around it.',
  },
  small: {
    ko: '제품이 사진에서 너무 작아요: 더 가까이에서 크게 찍어 주세요.',
    en: 'The product is too small in the photo. Come closer.',
  },
  seeThrough: {
    ko: '제품에 뒤가 비치거나 주변이 반사돼요: 뒤에 무늬가 없는 단색 종이를 두고 찍어 보세요.',
    en: 'The background shows through the product or is reflected in it. Put a plain sheet of paper behind it.',
  },
  leftBody: {
    ko: '제품의 투명하거나 바탕과 같은 색인 부분을 찾지 못했어요: 유리는 안을 채우고, 색 있는 종이 앞에서 찍어 보세요.',
    en: 'Part of the product is clear, or the same colour as the background, and was not found. Fill the glass, and photograph it in front of coloured paper.',
  },
  paleOnPale: {
    ko: '흰 제품이 흰 바탕에 있어요: 색 있는 종이 위에서 찍어 보세요.',
    en: 'The product is pale, and so is the background. Photograph it on coloured paper.',
  },
  darkOnDark: {
    ko: '어두운 제품이 어두운 바탕에 있어요: 밝은 종이 위에서 찍어 보세요.',
    en: 'The product is dark, and so is the background. Photograph it on light paper.',
  },
  alike: {
    ko: '제품과 바탕의 색이 비슷해서 경계가 뚜렷하지 않아요: 제품과 색이 다른 종이 위에서 찍어 보세요.',
    en: 'The product and its background are nearly the same colour. Photograph it on paper of a different colour.',
  },
  several: {
    ko: '사진에 물건이 여럿이라 어느 것이 제품인지 알기 어려워요: 제품만 두고 찍어 주세요.',
    en: 'There are several things in the photo, and it is not clear which of them is the product. Photograph it on its own.',
  },
  busy: {
    ko: '배경이 복잡해서 제품만 오려내기 어려워요: 무늬 없는 테이블이나 종이 위에 올려놓고 찍어 주세요.',
    en: 'The background is too busy to tell the product apart. Put it on a plain table or a sheet of paper.',
  },
} as const satisfies Record<string, LocalizedText>;

/** What may have spoiled a cut-out. */
export type Reason = keyof typeof ADVICE;

type Sign = (signals: CutoutSignals, things: number) => boolean;

/** From here on there is something nearly of the ground's colour round what was found. */
const FAINT = 0.015;

/** In the order in which they are asked: what is wrong with the whole photo first, for it brings about the rest. */
const SIGNS: readonly (readonly [Reason, Sign])[] = [
  ['dark', ({ photo }) => photo.light < 0.45],
  ['paleOnPale', ({ burntBody }) => burntBody > 0],
  // White on white is white without too much light as well, and coloured paper helps either way.
  ['overexposed', (signals) => signals.photo.blownOut > 0.35 && !isPale(signals)],
  ['blurred', ({ photo }) => photo.soft > 0.72],
  ['framed', isFramed],
  ['seeThrough', ({ patternedHole }) => patternedHole > HOLE],
  ['paleOnPale', (signals) => isLost(signals) && isPale(signals)],
  ['darkOnDark', (signals) => isLost(signals) && isDark(signals)],
  ['several', (_, things) => things > 1],
  ['alike', isLost],
  ['leftBody', ({ leftBody }) => leftBody > LEFT_BODY],
  ['small', ({ area }) => area < 0.015],
  ['seeThrough', isSeeThrough],
  ['paleOnPale', isPale],
  ['darkOnDark', isDark],
  ['alike', isPlain],
];

/** By rules alone the ground has to be known: else what reaches the frame may be ground as well. */
function isFramed({ atFrame, known, photo, model }: CutoutSignals): boolean {
  return (known > 0.6 || model !== undefined) && (atFrame > 0.06 || photo.nearFrame > 0.15);
}

/** So plain that it cannot have been the ground's fault. */
function isPlain({ known, plain }: CutoutSignals): boolean {
  return known > 0.85 && plain > 0.75;
}

/** The ground is seen inside of a clear outline: through glass, or through rings and handles. */
function isSeeThrough({ photo, strength, known }: CutoutSignals): boolean {
  return known > 0.6 && photo.likeGround > 0.45 && strength > 0.55;
}

/** A part was found, such as a printed label, and what it stands on is hardly seen. */
function isLost({ known, plain, faintEdges, onEdges }: CutoutSignals): boolean {
  return known > 0.7 && plain > 0.6 && (faintEdges > FAINT || onEdges < 0.85);
}

function isPale(signals: CutoutSignals): boolean {
  const { productLight, groundLight } = signals.photo;
  return groundLight > 0.85 && (productLight > 0.78 || isLost(signals));
}

function isDark(signals: CutoutSignals): boolean {
  const { productLight, groundLight } = signals.photo;
  return groundLight < 0.42 && (productLight < 0.45 || isLost(signals));
}

/**
 * Why a photo was hard to cut.
 *
 * @param things how many things were found in it
 */
export const reasonFor = (signals: CutoutSignals, things = 1): Reason =>
  SIGNS.find(([, holds]) => holds(signals, things))?.[0] ?? 'busy';

/** Advice for the next photo, which names what was wrong with this one. */
export const adviceFor = (signals: CutoutSignals, things = 1): LocalizedText =>
  ADVICE[reasonFor(signals, things)];

/** What is to be said of a cut-out that is used; none where all is well. */
export function remarksOn(signals: CutoutSignals): LocalizedText[] {
  const { photo } = signals;
  // Of products as pale or dark as their ground nobody can tell whether it shows through.
  const shows = photo.showsThrough > 0.4 && isSeeThrough(signals) && !isPale(signals) && !isDark(signals);
  return shows ? [SHOWS_THROUGH] : [];
}

const SHOWS_THROUGH: LocalizedText = {
  ko: '투명한 부분에는 원래 사진의 배경이 비쳐 보여요: 무늬 없는 흰 종이 앞에서 찍으면 더 깨끗해요.',
  en: 'The old background still shows through the clear parts. Photographed in front of plain white paper, it comes out cleaner.',
};

/** Advice where nothing at all stood out. */
export const NO_PRODUCT_FOUND: LocalizedText = {
  ko: '사진에서 제품을 찾지 못했어요. 무늬 없는 배경에서 제품이 가운데에 크게 오도록 찍어 주세요.',
  en: 'No product was found in the photo. Photograph it on a plain background, large and in the middle.',
};
