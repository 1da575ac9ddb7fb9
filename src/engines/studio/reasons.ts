import { centre, type Size } from '../../ad/geometry.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { BackdropName, LightingName, MaterialName, SceneBrief, Stage } from '../../ad/scene.ts';
import type { StyleName } from '../../ad/style.ts';
import { hexToOklch } from '../../imaging/colour.ts';
import { withParticle } from '../../language/particles.ts';
import type { PictureRequest } from '../ports.ts';
import type { BackdropChoice } from './choose-backdrop.ts';

/** What each backdrop looks like, and what it does for a product. */
const BACKDROPS: Readonly<
  Record<BackdropName, { readonly name: LocalizedText; readonly good: LocalizedText }>
> = {
  sweep: {
    name: { ko: '이음새 없는 배경지', en: 'a seamless paper sweep' },
    good: { ko: '시선이 상품에만 머물러요', en: 'nothing draws the eye from the product' },
  },
  table: {
    name: { ko: '벽 앞 테이블', en: 'a table against a wall' },
    good: { ko: '가게에서 방금 내온 느낌이 나요', en: 'it looks as if it had just been served' },
  },
  podium: {
    name: { ko: '둥근 받침대', en: 'a round podium' },
    good: { ko: '상품이 주인공처럼 올라서요', en: 'it lifts the product up like the star it is' },
  },
  arch: {
    name: { ko: '아치 벽', en: 'an arched niche' },
    good: { ko: '아치가 상품을 감싸 단정해 보여요', en: 'the arch frames the product neatly' },
  },
  gobo: {
    name: { ko: '빛과 그림자가 드는 벽', en: 'a wall with light and shadow playing on it' },
    good: { ko: '하루 중 가장 좋은 시간 같은 분위기가 나요', en: 'it feels like the best hour of the day' },
  },
  bokeh: {
    name: { ko: '불빛이 번지는 배경', en: 'lights far out of focus' },
    good: { ko: '깊이가 생겨 상품이 앞으로 나와 보여요', en: 'the depth brings the product forward' },
  },
  'colour-block': {
    name: { ko: '색면과 블록', en: 'bold fields of colour with plain blocks' },
    good: { ko: '작은 화면에서도 한눈에 띄어요', en: 'it catches the eye on a small screen too' },
  },
  'paper-cut': {
    name: { ko: '종이를 오려 겹친 무대', en: 'a stage of layered cut paper' },
    good: { ko: '손으로 만든 듯 다정해 보여요', en: 'it looks friendly and made by hand' },
  },
  fabric: {
    name: { ko: '부드럽게 드리운 천', en: 'softly draped cloth' },
    good: { ko: '주름의 윤기가 고급스러워요', en: 'the sheen of its folds looks precious' },
  },
  outdoor: {
    name: { ko: '하늘이 보이는 야외', en: 'the outdoors under the sky' },
    good: { ko: '탁 트여 시원해 보여요', en: 'it feels open and fresh' },
  },
  water: {
    name: { ko: '물과 얼음', en: 'water or ice' },
    good: { ko: '촉촉하고 신선한 느낌을 줘요', en: 'it says moist and fresh at once' },
  },
  sunburst: {
    name: { ko: '퍼지는 햇살 무늬와 색종이', en: 'bursting rays and confetti' },
    good: { ko: '행사 소식이라는 걸 바로 알 수 있어요', en: 'anyone sees at once that there is an offer' },
  },
  hanji: {
    name: { ko: '한지와 나무 상', en: 'mulberry paper and a wooden table' },
    good: { ko: '우리 것다운 차분한 멋이 나요', en: 'it has a calm Korean grace' },
  },
  chalkboard: {
    name: { ko: '나무 틀 칠판', en: 'a chalkboard in its wooden frame' },
    good: { ko: '소식을 손으로 적어 둔 듯 친근해요', en: 'it is as friendly as a note written by hand' },
  },
  shelf: {
    name: { ko: '선반이 보이는 가게 안', en: 'the inside of a shop with its shelves' },
    good: { ko: '가게에 와 있는 것 같아요', en: 'it feels like standing in the shop' },
  },
  tiles: {
    name: { ko: '타일 벽과 조리대', en: 'a tiled wall and a counter' },
    good: { ko: '깨끗하고 산뜻해 보여요', en: 'it looks clean and crisp' },
  },
};

const MATERIALS: Readonly<Record<MaterialName, LocalizedText>> = {
  oak: { ko: '참나무', en: 'oak' },
  walnut: { ko: '호두나무', en: 'walnut' },
  marble: { ko: '대리석', en: 'marble' },
  'dark-marble': { ko: '검은 대리석', en: 'dark marble' },
  linen: { ko: '리넨', en: 'linen' },
  terrazzo: { ko: '테라조', en: 'terrazzo' },
  concrete: { ko: '콘크리트', en: 'concrete' },
  plaster: { ko: '회벽', en: 'plaster' },
  slate: { ko: '석판', en: 'slate' },
  silk: { ko: '실크', en: 'silk' },
  hanji: { ko: '한지', en: 'mulberry paper' },
  kraft: { ko: '크라프트지', en: 'kraft paper' },
};

const LIGHTS: Readonly<Record<LightingName, LocalizedText>> = {
  window: { ko: '창가 햇살', en: 'window light' },
  blinds: { ko: '블라인드 사이로 드는 빛', en: 'light through blinds' },
  leaves: { ko: '나뭇잎 사이로 드는 빛', en: 'light through leaves' },
  softbox: { ko: '부드러운 조명', en: 'soft studio light' },
  sun: { ko: '밝은 햇빛', en: 'bright sunlight' },
  spot: { ko: '한곳을 비추는 조명', en: 'a spotlight' },
  neon: { ko: '네온 불빛', en: 'neon light' },
  dawn: { ko: '이른 아침 빛', en: 'early morning light' },
  sunset: { ko: '노을빛', en: 'sunset light' },
  candle: { ko: '따뜻한 등불', en: 'warm lamplight' },
  overcast: { ko: '고르게 퍼진 빛', en: 'even daylight' },
};

/** What a style is, as far as it is not a photo. */
const HANDS: Readonly<Record<Exclude<StyleName, 'realistic'>, LocalizedText>> = {
  'semi-realistic': { ko: '붓질이 보이는 반실사 그림', en: 'a painting with visible brushwork' },
  anime: { ko: '선이 또렷한 애니메이션 그림', en: 'a cel drawing with ink outlines' },
  illustration: { ko: '단색 도형으로 그린 일러스트', en: 'an illustration in flat shapes' },
};

/** Why a backdrop looks as it does, in words that a shop owner would use. */
export function backdropReasons(
  request: PictureRequest,
  { recipe, material, rank }: BackdropChoice,
  stage: Stage,
): readonly LocalizedText[] {
  const { scene, style, size, room } = request;
  const { name, good } = BACKDROPS[recipe];
  const surface = material === undefined ? undefined : MATERIALS[material];
  const kept = rank === 0 ? '' : ' 다른 느낌도 보시도록 다음으로 어울리는 배경을 골랐어요.';
  const keptEn =
    rank === 0 ? '' : ' This time the next best backdrop was taken, so that you see another mood.';
  const reasons: LocalizedText[] = [
    {
      ko: `내장 스튜디오에서 ${withParticle(surface === undefined ? name.ko : `${surface.ko} 질감의 ${name.ko}`, '을')} 배경으로 꾸몄어요. ${good.ko}.${kept}`,
      en: `The built-in studio set up ${name.en}${surface === undefined ? '' : `, in ${surface.en}`}: ${good.en}.${keptEn}`,
    },
    lightReason(scene.lighting, stage, room.product),
  ];
  const away = room.product ? colourReason(scene, stage) : undefined;
  if (away !== undefined) reasons.push(away);
  const space = room.words ? spaceReason(stage, size) : undefined;
  if (space !== undefined) reasons.push(space);
  if (style !== 'realistic') reasons.push(styleReason(style));
  return reasons;
}

function lightReason(lighting: LightingName, { light, floor }: Stage, product: boolean): LocalizedText {
  const fromLeft = Math.cos(light.azimuth) < 0;
  const { ko, en } = LIGHTS[lighting];
  const from = fromLeft ? '왼쪽' : '오른쪽';
  const to = fromLeft ? '오른쪽' : '왼쪽';
  const shadow = product && floor !== undefined && light.softness < 0.9;
  return {
    ko: `${withParticle(ko, '이')} ${from} 위에서 와요.${shadow ? ` 그래서 상품 그림자는 ${to}으로 져요.` : ''}`,
    en: `${en[0]?.toUpperCase()}${en.slice(1)} comes from the upper ${fromLeft ? 'left' : 'right'}${shadow ? `, so the product's shadow falls to the ${fromLeft ? 'right' : 'left'}` : ''}.`,
  };
}

/** Where the product's own colour decided how light the ground is. */
function colourReason({ productColour }: SceneBrief, { floor }: Stage): LocalizedText | undefined {
  if (productColour === undefined || floor === undefined) return undefined;
  const [product] = hexToOklch(productColour);
  const [ground] = hexToOklch(floor.colour);
  if (Math.abs(ground - product) < 0.12) return undefined;
  return ground > product
    ? {
        ko: '상품 색이 진한 편이라 배경을 그보다 밝게 잡아 또렷하게 보이게 했어요.',
        en: 'The product is rather dark, so the ground is lighter and it stands out.',
      }
    : {
        ko: '상품 색이 밝은 편이라 배경을 그보다 어둡게 잡아 또렷하게 보이게 했어요.',
        en: 'The product is rather light, so the ground is darker and it stands out.',
      };
}

function spaceReason({ freeSpace }: Stage, { width, height }: Size): LocalizedText | undefined {
  const [best] = freeSpace;
  if (best === undefined) return undefined;
  const { x, y } = centre(best);
  if (best.width > 0.75 * width) {
    return y < height / 2
      ? { ko: '위쪽은 글자가 잘 읽히도록 비워 두었어요.', en: 'The upper part is left calm for the words.' }
      : {
          ko: '아래쪽은 글자가 잘 읽히도록 비워 두었어요.',
          en: 'The lower part is left calm for the words.',
        };
  }
  return x < width / 2
    ? { ko: '왼쪽은 글자가 잘 읽히도록 비워 두었어요.', en: 'The left side is left calm for the words.' }
    : { ko: '오른쪽은 글자가 잘 읽히도록 비워 두었어요.', en: 'The right side is left calm for the words.' };
}

function styleReason(style: Exclude<StyleName, 'realistic'>): LocalizedText {
  const { ko, en } = HANDS[style];
  return { ko: `${withParticle(ko, '으로')} 마무리했어요.`, en: `It is finished as ${en}.` };
}

/** Why a restyled photo looks as it does. */
export function restyleReasons({ scene, style }: PictureRequest, strength: number): readonly LocalizedText[] {
  const light = LIGHTS[scene.lighting];
  const much =
    strength < 0.45
      ? { ko: '살짝만', en: 'gently' }
      : strength < 0.75
        ? { ko: '분위기가 느껴질 만큼', en: 'clearly' }
        : { ko: '과감하게', en: 'boldly' };
  const reasons: LocalizedText[] = [
    {
      ko: `보내 주신 사진의 구도는 그대로 두고, ${withParticle(light.ko, '과')} 가게 색으로 ${much.ko} 바꿨어요.`,
      en: `Everything stays where it is in your photo; ${light.en} and your colours change it ${much.en}.`,
    },
  ];
  if (style !== 'realistic') reasons.push(styleReason(style));
  return reasons;
}
