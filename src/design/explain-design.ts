import type { DesignLayout } from '../ad/design.ts';
import type { LocalizedText } from '../ad/locale.ts';
import { defined } from '../collections/defined.ts';
import { colourName } from '../layout/colour-names.ts';
import { isAsked, type Mood } from '../presets/mood.ts';
import { carries } from './choose/rank-families.ts';
import type { DesignFamily, DesignRequest } from './design-request.ts';
import type { Misfit } from './solve/solve-family.ts';

/** Why a family does not take a request, as the owner is told. */
const MISFITS: Readonly<Record<Misfit, LocalizedText>> = {
  sheet: {
    ko: '그 틀은 이런 비율의 판에 맞게 만든 것이 아니라서',
    en: 'it is not made for a sheet of these proportions',
  },
  material: { ko: '보여 줄 사진이나 그림이 없어서', en: 'there is no picture that it could show' },
  needs: { ko: '그 틀에 꼭 있어야 할 문구가 없어서', en: 'text that it needs is missing' },
  'words find no room': { ko: '글이 자리에 다 들어가지 않아서', en: 'not all of the text fits' },
  'leaves its box': { ko: '글이 자리에 다 들어가지 않아서', en: 'not all of the text fits' },
  'leaves the sheet': { ko: '글이 여백을 넘어서', en: 'text would run out of the margins' },
  'words overlap': { ko: '글끼리 겹쳐서', en: 'lines of text would overlap' },
  'over an edge': { ko: '글이 사진 가장자리에 걸려서', en: 'text would straddle the edge of the photo' },
  'cuts the product': { ko: '사진 속 제품이 잘려서', en: 'the product in the photo would be cut off' },
  'on the product': { ko: '글이 제품을 가려서', en: 'text would hide the product' },
  'cannot be read': {
    ko: '글 뒤가 고르지 않아 잘 읽히지 않아서',
    en: 'what is behind the text is too uneven to read it',
  },
};

/**
 * Tells the shop owner what the design is for, and what became of the one that was asked for.
 *
 * @param passedOver families that were tried before it
 */
export function explainDesign(
  design: DesignLayout,
  family: DesignFamily,
  { asked, mood, colours }: Pick<DesignRequest, 'asked' | 'mood' | 'colours'>,
  passedOver: readonly { readonly family: DesignFamily; readonly misfit: Misfit }[],
): Pick<DesignLayout, 'why' | 'warnings'> {
  const refused = passedOver.find((other) => other.family.key === asked);
  const warnings =
    refused === undefined
      ? []
      : [
          {
            ko: `말씀하신 ‘${refused.family.names.ko}’ 디자인은 ${MISFITS[refused.misfit].ko} ‘${family.names.ko}’로 만들었어요.`,
            en: `The “${refused.family.names.en}” design does not suit this request: ${MISFITS[refused.misfit].en}. “${family.names.en}” was used instead.`,
          },
        ];
  const felt = whyMood(mood, colours, carries(family, defined({ mood: mood?.key })));
  return { why: [whyFamily(family), ...felt, ...whyColours(design)], warnings };
}

/** What is told where no family takes a request, so that it is made as a scene. */
export function explainNone(
  { asked }: Pick<DesignRequest, 'asked'>,
  passedOver: readonly { readonly family: DesignFamily; readonly misfit: Misfit }[],
): readonly LocalizedText[] {
  const refused = passedOver.find((other) => other.family.key === asked);
  if (refused === undefined) return [];
  return [
    {
      ko: `말씀하신 ‘${refused.family.names.ko}’ 디자인은 ${MISFITS[refused.misfit].ko} 배경 장면 위에 글을 놓았어요.`,
      en: `The “${refused.family.names.en}” design does not suit this request: ${MISFITS[refused.misfit].en}. The text was placed on a scene instead.`,
    },
  ];
}

const whyFamily = ({ names, why }: DesignFamily): LocalizedText => ({
  ko: `‘${names.ko}’ 디자인으로 만들었어요. ${why.ko}`,
  en: `The design is “${names.en}”. ${why.en}`,
});

/** What was made of a mood that was asked for, or of the season. */
function whyMood(
  mood: Mood | undefined,
  { brand, asked }: DesignRequest['colours'],
  isCarried: boolean,
): readonly LocalizedText[] {
  if (mood === undefined) return [];
  const { names, why } = mood;
  if (!isAsked(mood)) {
    if (brand.length > 0) return [];
    return [{ ko: `${why.ko}.`, en: `It is ${names.en}, so ${why.en}.` }];
  }
  const ground: LocalizedText =
    asked === undefined
      ? why
      : {
          ko: '바탕은 말씀하신 색으로 하고 글씨를 거기에 맞췄어요',
          en: 'its ground is the colour you named and its letters suit both',
        };
  const form: LocalizedText = isCarried
    ? {
        ko: ' 틀도 그런 분위기에 어울리는 것 가운데서 골랐어요.',
        en: ' The design is one of those that can feel so.',
      }
    : {
        ko: ' 다만 틀 자체는 그런 분위기의 것이 아니라, 색과 글씨로만 살렸어요.',
        en: ' The design itself is not one of that mood, so only colours and letters say it.',
      };
  return [
    {
      ko: `${names.ko} 분위기를 말씀하셔서, ${ground.ko}.${form.ko}`,
      en: `You asked for a ${names.en} mood, so ${ground.en}.${form.en}`,
    },
  ];
}

function whyColours({ blocks, layers }: DesignLayout): readonly LocalizedText[] {
  const ground = layers.find((layer) => layer.kind === 'box');
  const weakest = Math.min(...blocks.map(({ contrast }) => contrast.wcag));
  if (ground?.kind !== 'box' || blocks.length === 0) return [];
  const name = colourName(ground.colour);
  return [
    {
      ko: `바탕은 ${name.ko}(${ground.colour})이고, 가장 약한 글도 뒤 배경과의 대비가 ${weakest.toFixed(1)}:1이라 휴대폰에서도 읽혀요.`,
      en: `The background is ${name.en} (${ground.colour}); even the faintest text has a contrast of ${weakest.toFixed(1)}:1 with what is behind it, so it can be read on a phone.`,
    },
  ];
}
