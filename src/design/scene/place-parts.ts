import type { DesignPart, PlacedPart } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import { type Box, bottom, expand, overlaps, right, type Size, shortSide } from '../../ad/geometry.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { Insets } from '../../ad/place.ts';
import type { RequestParts } from '../../ad/request.ts';
import type { Palette } from '../../ad/scene.ts';
import type { Matte, Raster } from '../../imaging/raster.ts';
import { type Frame, frameOf } from '../../layout/frame.ts';
import { pictureMapOf } from '../../layout/picture-maps.ts';
import { positionName } from '../../layout/position-names.ts';
import { measurePart } from '../parts/paint-part.ts';
import { MIN_MODULE } from '../parts/qr.ts';
import { qrSymbol, sideInModules } from '../parts/qr-symbol.ts';
import { QR_SIDE } from '../solve/with-qr.ts';

export interface PlacePartsRequest {
  /** The picture that they go on, product and all, before its words. */
  readonly image: Raster;
  /** What nothing may cover: as PictureMap takes it. */
  readonly product?: Matte | Box;
  /** Whether the product is the owner's own, and not something that the studio has set there. */
  readonly own: boolean;
  /** Where words and other things stand already, in pixels of the ad. */
  readonly taken?: readonly Box[];
  readonly parts: RequestParts;
  /** Where the ad's place covers it, or a press cuts. */
  readonly safe?: Insets;
  readonly palette: Palette;
  /** The face of the ad. */
  readonly face: string;
}

export interface PlacedParts {
  readonly placed: readonly PlacedPart[];
  /** What each takes of the ad, with its sheet. */
  readonly boxes: readonly Box[];
  readonly why: readonly LocalizedText[];
  readonly warnings: readonly LocalizedText[];
}

const boxOf = ({ box, sheet }: PlacedPart): Box => sheet ?? box;

/** By how much larger a symbol may be where there is room for it. */
const QR_GROWTH = [1.2, 1.1, 1];

/** Smallest words, as a share of the shorter side (the contract of art direction). */
const SMALLEST = 0.022;

/** Rooms that a menu is tried in, as shares of the frame: those with the largest letters are found first. */
const MENU_ROOMS: readonly (readonly [width: number, height: number])[] = [
  0.42, 0.5, 0.36, 0.6, 0.3, 0.25,
].flatMap((height) => [1, 0.62, 0.48].map((width) => [width, height] as const));

/** Around a menu on its sheet, as a share of the frame's side. */
const PADDING = 0.035;

/** Finds each part a place off the product and off the others, as near to a lower corner as can be. */
export function placeParts(request: PlacePartsRequest, faces: readonly Face[]): PlacedParts {
  const { image, parts, product, own, taken = [], safe } = request;
  const size: Size = { width: image.width, height: image.height };
  const frame = frameOf(size, { safe });
  const placed: PlacedPart[] = [];
  const why: LocalizedText[] = [];
  const warnings: LocalizedText[] = [];
  const map = pictureMapOf(image, product);
  // What the studio has set there says less than the owner's prices: it may be covered where nothing else is free.
  const isOff = (box: Box): boolean => {
    const around = expand(box, frame.unit);
    return [...taken, ...placed.map(boxOf)].every((other) => !overlaps(around, other));
  };
  const isFree = (box: Box): boolean => isOff(box) && map.productShare(expand(box, frame.unit)) === 0;
  const ways = own ? [isFree] : [isFree, isOff];
  const add = (found: PlacedPart | undefined, titles: Titles): void => {
    if (found === undefined) {
      warnings.push(titles.none);
      return;
    }
    placed.push(found);
    const { ko, en } = positionName(boxOf(found), size);
    why.push({ ko: `${titles.ko} ${ko}에 두었어요.`, en: `${titles.en} ${en}.` });
  };
  // The larger one first.
  if (parts.menu !== undefined)
    add(
      firstOf(ways, (free) => placeMenu(request, frame, faces, free)),
      MENU_TITLES,
    );
  const { qr } = parts;
  if (qr !== undefined)
    add(
      firstOf(ways, (free) => placeQr(qr, request, frame, faces, free)),
      QR_TITLES,
    );
  return { placed, boxes: placed.map(boxOf), why, warnings };
}

interface Titles extends LocalizedText {
  readonly none: LocalizedText;
}

const MENU_TITLES: Titles = {
  ko: '메뉴판은 제품을 피해',
  en: 'The menu avoids the product and is',
  none: {
    ko: '메뉴를 놓을 빈자리가 없어 이번 그림에는 넣지 않았어요. 줄 수를 줄이거나 세로형으로 해 보세요.',
    en: 'There was no free place for the menu, so this picture is without it. Try fewer rows or a taller format.',
  },
};

const QR_TITLES: Titles = {
  ko: 'QR 코드는 읽히는 크기로(인쇄하면 2.5cm 이상)',
  en: 'The QR code is large enough to scan (2.5 cm or more in print) and is',
  none: {
    ko: 'QR 코드를 놓을 빈자리가 없어 이번 그림에는 넣지 않았어요. 제품을 조금 작게 하거나(--scale) 다른 비율로 해 보세요.',
    en: 'There was no free place for the QR code, so this picture is without it. Try a smaller product (--scale) or another format.',
  },
};

function firstOf<W, T>(ways: readonly W[], find: (way: W) => T | undefined): T | undefined {
  for (const way of ways) {
    const found = find(way);
    if (found !== undefined) return found;
  }
  return undefined;
}

type IsFree = (box: Box) => boolean;

function placeQr(
  content: string,
  { palette, face }: PlacePartsRequest,
  frame: Frame,
  faces: readonly Face[],
  isFree: IsFree,
): PlacedPart | undefined {
  const part: DesignPart = { kind: 'qr', face, weight: 700, content };
  const symbol = qrSymbol(content);
  const least = Math.max(MIN_MODULE, Math.ceil((QR_SIDE * shortSide(frame.size)) / symbol.length));
  for (const growth of QR_GROWTH) {
    const side = Math.max(least, Math.floor(growth * least)) * sideInModules(symbol);
    const size = measurePart(part, { width: side, height: side, smallest: 1 }, faces);
    const box = size && placeFor(size, 'right', frame, isFree);
    // Readers like black on white best, and its sheet belongs to no palette.
    if (box !== undefined)
      return { part, box, colours: { ground: '#ffffff', ink: palette.ink, accent: palette.ink } };
  }
  return undefined;
}

function placeMenu(
  { parts: { menu: rows = [] }, palette, face }: PlacePartsRequest,
  frame: Frame,
  faces: readonly Face[],
  isFree: IsFree,
): PlacedPart | undefined {
  const part: DesignPart = { kind: 'menu', face, weight: 500, rows, guide: 'leader' };
  const padding = Math.round(PADDING * frame.side);
  const smallest = SMALLEST * shortSide(frame.size);
  const { inner } = frame;
  const options = MENU_ROOMS.flatMap(([width, height]) => {
    const limits = {
      width: Math.floor(width * inner.width) - 2 * padding,
      height: Math.floor(height * inner.height) - 2 * padding,
      smallest,
    };
    const size = measurePart(part, limits, faces);
    return size === undefined ? [] : [{ size, letters: size.smallestText ?? 0 }];
  });
  for (const { size } of options.toSorted((a, b) => b.letters - a.letters)) {
    const around = { width: size.width + 2 * padding, height: size.height + 2 * padding };
    const sheet = placeFor(around, 'left', frame, isFree);
    if (sheet === undefined) continue;
    const box = { x: sheet.x + padding, y: sheet.y + padding, width: size.width, height: size.height };
    const { background: ground, ink, accent } = palette;
    return { part, box, sheet, colours: { ground, ink, accent } };
  }
  return undefined;
}

/** A free place inside the margins: in a corner before along an edge, low before high, and rather on one side. */
function placeFor(
  { width, height }: Size,
  side: 'left' | 'right',
  { inner, unit }: Frame,
  isFree: IsFree,
): Box | undefined {
  const [most, lowest] = [right(inner) - width, bottom(inner) - height];
  if (most < inner.x || lowest < inner.y) return undefined;
  const steps = (from: number, to: number): readonly number[] => {
    const count = Math.max(1, Math.ceil((to - from) / unit));
    return Array.from({ length: count + 1 }, (_, i) => Math.round(from + ((to - from) * i) / count));
  };
  const across = steps(inner.x, most);
  const places = steps(inner.y, lowest).flatMap((y) =>
    across.map((x) => {
      const [fromLeft, fromRight] = [x - inner.x, most - x];
      const far = side === 'left' ? fromLeft : fromRight;
      // Words rather have a whole side than what is left around something in the middle.
      const aside = 2 * Math.min(fromLeft, fromRight) + 0.1 * far;
      const above = Math.min(lowest - y, 0.5 * (y - inner.y) + 0.5 * height);
      return { x, y, width, height, cost: Math.hypot(aside, above) };
    }),
  );
  const found = places.toSorted((a, b) => a.cost - b.cost).find(isFree);
  return found && { x: found.x, y: found.y, width, height };
}
