import type { Face } from '../ad/face.ts';
import { type Box, contains, expand, intersection, overlaps, type Size } from '../ad/geometry.ts';
import type { Locale, LocalizedText } from '../ad/locale.ts';
import { NOTICE, noticeEm } from '../ad/notice.ts';
import type { Insets } from '../ad/place.ts';
import { defined } from '../collections/defined.ts';
import type { Matte, Raster } from '../imaging/raster.ts';
import { drawNotice, noticeSize } from '../typography/draw-notice.ts';
import { type Frame, frameOf } from './frame.ts';
import { PictureMap } from './picture-map.ts';
import { placeMark } from './place-mark.ts';
import { positionName } from './position-names.ts';

export interface NoticeRequest {
  /** The ad, words and all. */
  readonly image: Raster;
  readonly locale: Locale;
  readonly words: readonly Box[];
  /** What the picture is of, where that is known. */
  readonly product?: Matte | Box;
  /** Where what was drawn is seen, where that is a part of the ad: the notice stands on it if it can. */
  readonly drawn?: Box;
  /** Where the ad's place covers it. */
  readonly safe?: Insets;
  /** Least em of letters at the ad's place, pixels. */
  readonly letters?: number;
  /** Where it stood in a picture that is made again. */
  readonly at?: Box;
  readonly faces: readonly Face[];
}

export interface SetNotice {
  readonly image: Raster;
  /** Absent where there was no room. */
  readonly box?: Box;
  readonly why: readonly LocalizedText[];
  readonly warnings: readonly LocalizedText[];
}

/** Em of its letters as shares of the frame's side, largest first, and the least that can be read, pixels. */
const SIZES = [0.026, 0.022, 0.018] as const;
const LEAST = 10;

/** Where a notice may stand, the more usual first. */
const PLACES = ['bottom-right', 'bottom-left', 'top-right', 'top-left', 'bottom', 'top'] as const;

/** What it keeps from the picture's edges where it stands in the margin that words keep, as a share of that margin. */
const EDGE = 0.3;

/**
 * Sets the notice that a picture was made by a trained model: small, in a corner, off words and product, and on what was
 * drawn where that is a part of the ad; where these
 * leave no room, in the margin around the words, and on a picture that is all product over its edge.
 */
export function setNotice(request: NoticeRequest): SetNotice {
  const { image, locale, faces } = request;
  const box = recordedBox(request) ?? foundBox(request);
  if (box === undefined) return { image, why: [], warnings: [NO_ROOM] };
  const { ko, en } = positionName(box, image);
  const text = NOTICE[locale];
  return {
    image: drawNotice(image, text, box, faces),
    box,
    why: [
      {
        ko: `AI 모델이 그린 그림이라 ${ko}에 작게 ‘${text}’라고 적었어요(인공지능기본법의 표시).`,
        en: `An AI model drew in this picture, so it says “${text}” ${en}, as Korea’s AI Framework Act asks.`,
      },
    ],
    warnings: [],
  };
}

const NO_ROOM: LocalizedText = {
  ko: 'AI로 만들었다는 표시를 넣을 빈자리가 없어서 파일 정보에만 적었어요. 올릴 때 글로 함께 알려 주세요.',
  en: 'There was no free space for the AI notice, so only the file’s metadata says it. Please say so where you post it.',
};

/** A recipe is from outside: what it says holds where a notice could be read there and covers no words. */
function recordedBox({ at, image, words, letters = 0, locale, faces }: NoticeRequest): Box | undefined {
  if (at === undefined || !contains({ x: 0, y: 0, ...sizeOf(image) }, at)) return undefined;
  if (noticeEm(at) < Math.max(letters, LEAST) || words.some((other) => overlaps(at, other))) return undefined;
  const { width } = noticeSize(NOTICE[locale], noticeEm(at), faces);
  return Math.abs(width - at.width) > at.height ? undefined : at;
}

const sizeOf = ({ width, height }: Size): Size => ({ width, height });

function foundBox({
  image,
  locale,
  words,
  product,
  drawn,
  safe,
  letters = 0,
  faces,
}: NoticeRequest): Box | undefined {
  const frame = frameOf(sizeOf(image), defined({ safe }));
  const least = Math.max(letters, LEAST);
  const ems = new Set(SIZES.map((share) => Math.max(least, share * frame.side)));
  const sizes = [...ems].map((em) => noticeSize(NOTICE[locale], em, faces));
  const map = new PictureMap(image, product);
  const inside = { map, sizes, places: PLACES, words, field: frame.inner, gap: frame.unit };
  const margin = { ...inside, field: marginField(frame, safe), gap: frame.unit / 3 };
  const onDrawn = drawn && { ...margin, field: intersection(drawn, margin.field) };
  return (
    (onDrawn && placeMark(onDrawn)) ??
    placeMark(inside) ??
    placeMark(margin) ??
    placeMark({ ...margin, mayCoverProduct: true })
  );
}

/** The field of words and the most of the margin around it, as far as the place does not cover that. */
function marginField({ size, inner, margin }: Frame, safe?: Insets): Box {
  const whole = { x: 0, y: 0, ...size };
  const reached = intersection(expand(whole, -Math.round(EDGE * margin)), whole);
  if (safe === undefined) return reached;
  const { top, right, bottom, left } = safe;
  return intersection(reached, {
    x: left,
    y: top,
    width: Math.max(inner.width, size.width - left - right),
    height: Math.max(inner.height, size.height - top - bottom),
  });
}
