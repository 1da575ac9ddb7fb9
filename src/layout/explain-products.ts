import { isEmptyCopy } from '../ad/copy.ts';
import type { Size } from '../ad/geometry.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { PlacementCandidate } from './placement-candidate.ts';
import { positionName, wasAt } from './position-names.ts';
import type { CutEdges, ProductLayoutRequest } from './request.ts';

/**
 * Tells a shop owner why the products stand where they do, and what the next best place lacked.
 *
 * @param candidates best first
 * @param hero height of the hero as a share of the picture's
 */
export function explainProducts(
  request: ProductLayoutRequest,
  size: Size,
  candidates: readonly PlacementCandidate[],
  hero: number,
): LocalizedText[] {
  const [best] = candidates;
  if (best === undefined) return [];
  return [
    whyThere(request, size, best),
    whySize(request, size, hero),
    ...whyTogether(request),
    ...whyAtEdge(request),
    ...whyNotSecond(request, size, candidates),
  ];
}

function whyThere(
  { stage, kind, position, copy }: ProductLayoutRequest,
  size: Size,
  { box }: PlacementCandidate,
): LocalizedText {
  const place = positionName(box, size);
  if (position !== undefined) {
    return { ko: '제품은 말씀하신 자리에 두었어요.', en: 'The product is where you asked for it.' };
  }
  if (kind === 'photo-card') {
    return {
      ko: `제품만 깔끔하게 오려 내기 어려워, 사진을 통째로 카드에 담아 ${place.ko}에 두었어요.`,
      en: `The product could not be cut out cleanly, so the whole photo is shown as a card ${place.en}.`,
    };
  }
  if (stage.floor === undefined) {
    return {
      ko: `바닥이 없는 배경이라 제품을 ${place.ko}에 띄워 놓았어요.`,
      en: `The background has no floor, so the product floats ${place.en}.`,
    };
  }
  const middle = (box.x + box.width / 2) / size.width;
  if (Math.abs(middle - 0.5) < 0.06 || isEmptyCopy(copy)) {
    return {
      ko: '제품을 바닥 위 가운데에 세워 가장 먼저 눈에 들어오게 했어요.',
      en: 'The product stands on the floor in the middle, where it is seen first.',
    };
  }
  if (size.width < 1.2 * size.height) {
    return {
      ko: `제품을 ${place.ko} 바닥 위에 세워 글과 무게를 나눴어요.`,
      en: `The product stands on the floor ${place.en}, which balances it with the text.`,
    };
  }
  const [side, other] = middle > 0.5 ? ['오른쪽', '왼쪽'] : ['왼쪽', '오른쪽'];
  const [sideEn, otherEn] = middle > 0.5 ? ['right', 'left'] : ['left', 'right'];
  return {
    ko: `제품을 ${side} 바닥에 세우고 ${other}을 글 자리로 비웠어요.`,
    en: `The product stands on the floor on the ${sideEn}, which leaves the ${otherEn} for the text.`,
  };
}

function whySize({ scale, copy, products }: ProductLayoutRequest, size: Size, hero: number): LocalizedText {
  const share = Math.round(100 * hero);
  if (scale !== undefined) {
    const wanted = Math.round(100 * scale);
    if (wanted - share <= 1) {
      return {
        ko: `크기는 말씀하신 대로 그림 높이의 ${share}%예요.`,
        en: `It is ${share}% of the picture's height, as you asked.`,
      };
    }
    return {
      ko: `말씀하신 ${wanted}%로는 그림 밖으로 나가서, 들어가는 가장 큰 크기인 ${share}%로 했어요.`,
      en: `At the ${wanted}% you asked for it would not fit into the picture, so it is ${share}%, the largest that fits.`,
    };
  }
  const [first] = products;
  const larger = first !== undefined && (first.width > size.width || first.height > size.height);
  const shrunk = larger
    ? {
        ko: '사진이 배경보다 커서 줄였고, ',
        en: 'The photo is larger than the background and was scaled down. ',
      }
    : { ko: '', en: '' };
  if (isEmptyCopy(copy)) {
    return {
      ko: `${shrunk.ko}글이 없으니 제품을 그림 높이의 ${share}%로 크게 두었어요.`,
      en: `${shrunk.en}There is no text, so the product is large: ${share}% of the picture's height.`,
    };
  }
  return {
    ko: `${shrunk.ko}높이는 그림의 ${share}%예요. 제품이 잘 보이면서 글이 들어갈 자리가 남는 크기예요.`,
    en: `${shrunk.en}At ${share}% of the picture's height the product is easy to see and the text still has room.`,
  };
}

function whyTogether({ products, kind }: ProductLayoutRequest): LocalizedText[] {
  if (products.length < 2) return [];
  if (kind === 'photo-card') {
    return [{ ko: '사진 카드는 나란히 두었어요.', en: 'The photo cards stand side by side.' }];
  }
  return [
    {
      ko: '첫 번째 제품을 가장 크게 앞에 두고, 나머지는 조금 작게 뒤쪽에 두었어요. 서로 조금만 겹쳐요.',
      en: 'The first product is the largest and in front; the others are a little smaller and behind it, and hardly overlap.',
    },
  ];
}

const EDGES: readonly (readonly [edge: keyof CutEdges, name: LocalizedText])[] = [
  ['left', { ko: '왼쪽', en: 'left' }],
  ['top', { ko: '위쪽', en: 'top' }],
  ['right', { ko: '오른쪽', en: 'right' }],
  ['bottom', { ko: '아래쪽', en: 'bottom' }],
];

function whyAtEdge({ cutEdges, kind, products }: ProductLayoutRequest): LocalizedText[] {
  const [hero] = cutEdges ?? [];
  if (hero === undefined || kind === 'photo-card' || products.length > 1) return [];
  const cut = EDGES.filter(([edge]) => hero[edge]).map(([, name]) => name);
  if (cut.length === 0) return [];
  return [
    {
      ko: `사진에서 제품의 ${cut.map(({ ko }) => ko).join('·')}이 잘려 있어, 잘린 곳이 보이지 않게 그림 끝에 맞췄어요.`,
      en: `The product is cut off at the ${cut.map(({ en }) => en).join(' and ')} of the photo, so it is placed against the edge of the picture, where that does not show.`,
    },
  ];
}

function whyNotSecond(
  { copy, position }: ProductLayoutRequest,
  size: Size,
  candidates: readonly PlacementCandidate[],
): LocalizedText[] {
  const [best] = candidates;
  if (best === undefined || position !== undefined) return [];
  const name = positionName(best.box, size).ko;
  const second = candidates.find(({ box }) => positionName(box, size).ko !== name);
  if (second === undefined) return [];
  const place = positionName(second.box, size);
  const words = !isEmptyCopy(copy);
  const lack =
    words && second.room < best.room - 0.02
      ? { ko: '글 자리가 좁아졌어요', en: 'the text would have less room' }
      : words && second.clutter > best.clutter + 0.02
        ? { ko: '글이 복잡한 배경에 놓였어요', en: 'the text would be on a busier background' }
        : Math.abs(second.sizeError) > Math.abs(best.sizeError) + 0.05
          ? { ko: '제품 크기가 알맞지 않았어요', en: 'the product would not be a good size' }
          : { ko: '그림이 한쪽으로 쏠렸어요', en: 'the picture would be lopsided' };
  return [
    {
      ko: `다음 후보는 ${wasAt(place)} ${lack.ko}.`,
      en: `The next best place was ${place.en}, but ${lack.en}.`,
    },
  ];
}
