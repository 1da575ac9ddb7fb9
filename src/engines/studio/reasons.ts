import { centre, type Size } from '../../ad/geometry.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { LightingName, SceneBrief, Stage } from '../../ad/scene.ts';
import type { StudioCatalogue } from '../../ad/studio-catalogue.ts';
import type { StyleName } from '../../ad/style.ts';
import { hexToOklch } from '../../imaging/colour.ts';
import { withParticle } from '../../language/particles.ts';
import type { PictureRequest } from '../ports.ts';
import type { BackdropChoice } from './choose-backdrop.ts';

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

/** Why a backdrop looks as it does, in words that a shop owner would use. */
export function backdropReasons(
  request: PictureRequest,
  { recipe, material, rank }: BackdropChoice,
  stage: Stage,
  studio: StudioCatalogue,
): readonly LocalizedText[] {
  const { scene, style, size, room } = request;
  const { description, effect } = studio.scenes.get(recipe);
  const surface = material === undefined ? undefined : studio.materials.get(material).title;
  const kept = rank === 0 ? '' : ' 다른 느낌도 보시도록 다음으로 어울리는 배경을 골랐어요.';
  const keptEn =
    rank === 0 ? '' : ' This time the next best backdrop was taken, so that you see another mood.';
  const reasons: LocalizedText[] = [
    ...(room.product ? [] : [heroReason(scene)]),
    {
      ko: `내장 스튜디오에서 ${withParticle(surface === undefined ? description.ko : `${surface.ko} 질감의 ${description.ko}`, '을')} 배경으로 꾸몄어요. ${effect.ko}.${kept}`,
      en: `The built-in studio set up ${description.en}${surface === undefined ? '' : `, in ${surface.en}`}: ${effect.en}.${keptEn}`,
    },
    ...(stage.floor === undefined ? [] : [lightReason(scene.lighting, stage, room.product)]),
  ];
  const away = room.product ? colourReason(scene, stage) : undefined;
  if (away !== undefined) reasons.push(away);
  const space = room.words ? spaceReason(stage, size) : undefined;
  if (space !== undefined) reasons.push(space);
  return [...reasons, ...styleReason(style, studio)];
}

/** What stands in the picture without a photo, and why. */
function heroReason({ subject, icons }: SceneBrief): LocalizedText {
  if (icons !== undefined) {
    const named = icons.map(({ id, name }) => `${characterOf(id)} ${name}`);
    const ko = named.join(', ');
    return {
      ko: `사진이 없어서 ${ko} 그림을 세웠어요. 사진을 붙이면 그 상품이 주인공이 돼요.`,
      en: `There is no photo, so the picture shows ${listed(named)}. Attach a photo to show your own product.`,
    };
  }
  if (subject !== undefined) {
    return {
      ko: '사진이 없어서 스튜디오의 모형을 세웠어요. 사진을 붙이면 그 상품이 주인공이 돼요.',
      en: 'There is no photo, so the picture shows a model from the studio. Attach a photo to show your own product.',
    };
  }
  return {
    ko: '어울리는 그림이 없어서 글자로만 만들었어요. 사진을 붙이면 그 상품이 주인공이 돼요.',
    en: 'There is no photo and nothing fitting to show, so the ad is text only. Attach a photo to show your own product.',
  };
}

const characterOf = (id: string): string =>
  String.fromCodePoint(...id.split('-').map((code) => Number.parseInt(code, 16)));

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

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
        en: 'The product is rather dark, so the background is lighter to make it stand out.',
      }
    : {
        ko: '상품 색이 밝은 편이라 배경을 그보다 어둡게 잡아 또렷하게 보이게 했어요.',
        en: 'The product is rather light, so the background is darker to make it stand out.',
      };
}

function spaceReason({ freeSpace }: Stage, { width, height }: Size): LocalizedText | undefined {
  const [best] = freeSpace;
  if (best === undefined) return undefined;
  const { x, y } = centre(best);
  if (best.width > 0.75 * width) {
    return y < height / 2
      ? { ko: '위쪽은 글자가 잘 읽히도록 비워 두었어요.', en: 'The upper part is kept clear for the text.' }
      : {
          ko: '아래쪽은 글자가 잘 읽히도록 비워 두었어요.',
          en: 'The lower part is kept clear for the text.',
        };
  }
  return x < width / 2
    ? { ko: '왼쪽은 글자가 잘 읽히도록 비워 두었어요.', en: 'The left side is kept clear for the text.' }
    : { ko: '오른쪽은 글자가 잘 읽히도록 비워 두었어요.', en: 'The right side is kept clear for the text.' };
}

function styleReason(style: StyleName, { styles }: StudioCatalogue): readonly LocalizedText[] {
  const { finish } = styles.get(style);
  if (finish === undefined) return [];
  const { ko, en } = finish;
  return [{ ko: `${withParticle(ko, '으로')} 마무리했어요.`, en: `It is finished as ${en}.` }];
}

/** Why a restyled photo looks as it does. */
export function restyleReasons(
  { scene, style }: PictureRequest,
  strength: number,
  studio: StudioCatalogue,
): readonly LocalizedText[] {
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
  return [...reasons, ...styleReason(style, studio)];
}
