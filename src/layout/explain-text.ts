import { isPill } from '../ad/copy.ts';
import { bottom, right } from '../ad/geometry.ts';
import type { TextBlock, Treatment } from '../ad/layout.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { ReadableChoice } from './choice.ts';
import { colourName } from './colour-names.ts';
import { type Align, boxOf, draftsOf, type Group } from './draft.ts';
import { positionName, wasAt } from './position-names.ts';
import { type Fault, type Faults, type Scene, WEIGHTS } from './score.ts';

/** Tells a shop owner why the words stand where they do, and what the next best place lacked. */
export function explainText(
  best: ReadableChoice,
  second: ReadableChoice | undefined,
  scene: Scene,
): LocalizedText[] {
  const main = best.arrangement.groups[0];
  if (main === undefined) return [];
  return [
    whyThere(main, scene),
    ...whyLinedUp(best),
    ...whyColour(best.lettering.blocks),
    ...whyDetails(best),
    ...whyTreated(best),
    ...whySqueezed(best),
    ...(second === undefined ? [] : [whyNotSecond(best, second, scene)]),
  ];
}

function whyThere(main: Group, { map, product, frame }: Scene): LocalizedText {
  const box = boxOf(main);
  const place = positionName(box, frame.size);
  const covered = main.reduce((max, draft) => Math.max(max, map.productShare(draft.box)), 0);
  if (covered > 0) {
    return {
      ko: `제품이 그림을 거의 채워서, 글은 제품을 가장 적게 가리는 ${place.ko}에 두었어요. 제품을 작게 하면 글 자리가 생겨요.`,
      en: `The product nearly fills the picture, so the text is ${place.en}, where it hides least of it. A smaller product would leave more room.`,
    };
  }
  if (product === undefined) {
    return {
      ko: `글은 ${place.ko}에 두었어요. 배경이 가장 잔잔하고 눈길을 끄는 것이 없는 자리예요.`,
      en: `The text is ${place.en}, where the background is calmest and nothing else draws the eye.`,
    };
  }
  if (right(box) <= product.x) {
    return {
      ko: `글은 제품 왼쪽에 두었어요. 왼쪽부터 읽고 제품으로 눈이 가고, 제품을 가리지 않아요.`,
      en: 'The text is to the left of the product: the eye reads it first, then moves on to the product, and nothing is hidden.',
    };
  }
  if (box.x >= right(product)) {
    return {
      ko: `글은 제품 오른쪽 빈자리에 두었어요. 배경이 잔잔하고 제품을 가리지 않아요.`,
      en: 'The text is in the calm space to the right of the product and hides nothing of it.',
    };
  }
  if (bottom(box) <= product.y) {
    return {
      ko: `글은 제품 위 빈자리에 두었어요. 제목이 먼저 읽히고 제품을 가리지 않아요.`,
      en: 'The text is in the space above the product: the headline is read first and nothing is hidden.',
    };
  }
  return {
    ko: `글은 ${place.ko}의 잔잔한 자리에 두었고, 제품을 가리지 않아요.`,
    en: `The text is ${place.en}, in a calm place, and hides nothing of the product.`,
  };
}

/** Three blocks on one axis are seen as one. */
const AXIS = 3;

function whyLinedUp({ arrangement }: ReadableChoice): LocalizedText[] {
  if (draftsOf(arrangement).length < AXIS) return [];
  if (arrangement.align === 'centre') {
    return [
      {
        ko: '문구를 모두 가운데로 모아 차분하게 읽히도록 했어요.',
        en: 'All text is centred, which looks calm.',
      },
    ];
  }
  const side = arrangement.align === 'left' ? { ko: '왼쪽', en: 'left' } : { ko: '오른쪽', en: 'right' };
  return [
    {
      ko: `문구를 모두 ${side.ko} 한 줄에 맞춰 위에서 아래로 바로 읽히게 했어요.`,
      en: `All text is aligned on the ${side.en}, so it reads straight down.`,
    },
  ];
}

function whyColour(blocks: readonly TextBlock[]): LocalizedText[] {
  const block = blocks.find(({ slot }) => !isPill(slot)) ?? blocks[0];
  if (block === undefined) return [];
  const name = colourName(block.colour);
  const minContrast = Math.min(...blocks.map(({ contrast }) => contrast.wcag));
  const ratio = block.contrast.wcag.toFixed(1);
  return [
    {
      ko: `글자는 ${name.ko}(${block.colour})이에요. 바로 뒤 배경과의 대비가 ${ratio}:1이고 가장 약한 글도 ${minContrast.toFixed(1)}:1이라, 휴대폰의 작은 화면에서도 읽혀요.`,
      en: `The text is ${name.en} (${block.colour}): its contrast with the background right behind it is ${ratio}:1, and ${minContrast.toFixed(1)}:1 for the faintest line, so it can be read on a phone.`,
    },
  ];
}

/** Where what somebody who comes has to know was put, told from two lines on. */
function whyDetails({ lettering }: ReadableChoice): LocalizedText[] {
  const blocks = lettering.blocks.filter(({ slot }) => slot === 'details');
  const count = blocks.flatMap(({ icons }) => icons ?? []).filter((icon) => icon !== null).length;
  if (count < 2) return [];
  return [
    {
      ko: `시간·장소·조건 같은 안내 ${count}가지는 작은 아이콘을 달아 한곳에 모았어요.`,
      en: `The ${count} details are grouped together, each with a small icon that says what it is about.`,
    },
  ];
}

const TREATED: Readonly<Record<Exclude<Treatment, 'none'>, LocalizedText>> = {
  blur: {
    ko: '배경의 무늬나 밝기가 고르지 않아 글 뒤만 살짝 흐리게 했어요.',
    en: 'The background is uneven there, so it is softened a little behind the text.',
  },
  scrim: {
    ko: '글이 또렷하도록 그림 가장자리에 옅은 그늘을 깔았어요.',
    en: 'A soft gradient along the edge of the picture keeps the text clear.',
  },
  shadow: {
    ko: '배경과 밝기가 비슷한 곳이 있어 글자 둘레에 은은한 그림자를 주었어요.',
    en: 'Parts of the background are as light as the text, so the text has a soft shadow.',
  },
  outline: {
    ko: '배경이 복잡해서 글자에 테두리를 둘렀어요.',
    en: 'The background is busy, so the text has an outline.',
  },
  panel: {
    ko: '배경이 복잡해서 글을 반투명한 판 위에 올렸어요.',
    en: 'The background is busy, so the text is on a frosted panel.',
  },
};

function whyTreated({ lettering }: ReadableChoice): LocalizedText[] {
  const kinds = [...new Set(lettering.treatments)];
  return kinds.flatMap((kind) => (kind === 'none' ? [] : [TREATED[kind]]));
}

function whySqueezed({ arrangement }: ReadableChoice): LocalizedText[] {
  if (arrangement.squeeze > 0.8) return [];
  return [
    {
      ko: '글이 많아 글자를 줄였어요. 문구를 짧게 하면 더 크게 들어가요.',
      en: 'There is a lot of text, so it is smaller. Shorter text can be larger.',
    },
  ];
}

/** What a place lacks, said after where it is. */
const LACKS: Readonly<Record<Fault, LocalizedText>> = {
  clutter: { ko: '배경이 더 복잡했어요', en: 'the background is busier there' },
  contrast: {
    ko: '글자와 배경의 밝기 차이가 모자랐어요',
    en: 'the contrast with the background is weaker there',
  },
  size: { ko: '글자를 더 작게 해야 했어요', en: 'the text would have to be smaller' },
  breaks: { ko: '줄이 어색하게 나뉘었어요', en: 'the lines would break less well' },
  balance: { ko: '그림이 한쪽으로 쏠렸어요', en: 'the picture would be lopsided' },
  order: { ko: '눈이 늦게 가는 자리였어요', en: 'the eye gets there late' },
  crowding: { ko: '글이 제품에 너무 붙었어요', en: 'the text would crowd the product' },
  axis: { ko: '글과 제품의 줄이 맞지 않았어요', en: 'text and product would not line up' },
  reserve: { ko: '비워 둔 자리를 벗어났어요', en: 'it is outside the space kept free' },
};

function whyNotSecond(best: ReadableChoice, second: ReadableChoice, { frame }: Scene): LocalizedText {
  const main = second.arrangement.groups[0];
  const place =
    main === undefined ? { ko: '다른 곳', en: 'elsewhere' } : positionName(boxOf(main), frame.size);
  const { fault, by } = worstLoss(best.faults, second.faults);
  const repair = second.lettering.penalty - best.lettering.penalty;
  const lack =
    repair > by
      ? {
          ko: '배경을 더 많이 손봐야 글이 읽혔어요',
          en: 'the background would need more changes for it to be read',
        }
      : LACKS[fault];
  const own = best.arrangement.groups[0];
  if (own !== undefined && positionName(boxOf(own), frame.size).ko === place.ko) {
    const align = ALIGNED[second.arrangement.align];
    return {
      ko: `다음으로 좋은 안은 비슷한 자리에서 ${align.ko} 맞춘 것이었는데, ${lack.ko}.`,
      en: `The next best arrangement had the text nearby, ${align.en}, but ${lack.en}.`,
    };
  }
  return {
    ko: `다음으로 좋은 자리는 ${wasAt(place)} ${lack.ko}.`,
    en: `The next best arrangement had the text ${place.en}, but ${lack.en}.`,
  };
}

const ALIGNED: Readonly<Record<Align, LocalizedText>> = {
  left: { ko: '왼쪽으로', en: 'aligned left' },
  centre: { ko: '가운데로', en: 'centred' },
  right: { ko: '오른쪽으로', en: 'aligned right' },
};

function worstLoss(best: Faults, second: Faults): { fault: Fault; by: number } {
  const losses = (Object.keys(WEIGHTS) as Fault[]).map((fault) => ({
    fault,
    by: WEIGHTS[fault] * (second[fault] - best[fault]),
  }));
  return losses.reduce((worst, loss) => (loss.by > worst.by ? loss : worst));
}
