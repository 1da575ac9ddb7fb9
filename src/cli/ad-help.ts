import type { Locale, LocalizedText } from '../ad/locale.ts';
import { AD_OPTIONS, type AdOption, type AdOptionName } from './ad-option-table.ts';

const INTRODUCTION: LocalizedText = {
  ko: `광고 그림을 만듭니다.

사용법: npm run ad -- "무엇을 광고하나요" [옵션]

예:
  npm run ad -- "카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기" --photo samples/strawberry-latte.jpg
  npm run ad -- "꽃집 졸업 시즌, 말린 꽃다발" --ratio 4:5 --headline "졸업 축하해요" --cta "예약하기"
  npm run ad -- "정육점 삼겹살 행사" --price "100g 1,990원" --variants 3
  npm run ad -- "수채화 느낌으로" --photo 가게.jpg --restyle --strength 0.6 --style illustration
  npm run ad -- "bakery, fresh sourdough every morning" --ratio 9:16      (영어로 쓰면 영어 광고)`,
  en: `Makes an advertisement picture.

Usage: npm run ad -- "what the ad is for" [options]

Examples:
  npm run ad -- "cafe, new strawberry latte, warm and cosy" --photo samples/strawberry-latte.jpg
  npm run ad -- "florist, graduation season, dried bouquets" --ratio 4:5 --headline "For your big day" --cta "Order now"
  npm run ad -- "butcher, pork belly week" --price "100 g 1,990 won" --variants 3
  npm run ad -- "like a watercolour" --photo shop.jpg --restyle --strength 0.6 --style illustration
  npm run ad -- "카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기"             (Korean text makes a Korean ad)`,
};

interface Section {
  readonly title: LocalizedText;
  /** The options that share a line. */
  readonly lines: readonly (readonly AdOptionName[])[];
}

const SECTIONS: readonly Section[] = [
  {
    title: { ko: '사진', en: 'Photos' },
    lines: [['photo'], ['each'], ['restyle'], ['strength'], ['scale'], ['position'], ['harmonise']],
  },
  {
    title: {
      ko: '글자 (쓰지 않은 것은 대신 써 드립니다; \\n은 줄바꿈)',
      en: 'Text (whatever you leave out is written for you; \\n is a line break)',
    },
    lines: [['headline', 'sub', 'badge', 'price', 'cta', 'details'], ['no-text']],
  },
  {
    title: { ko: '모양', en: 'Look' },
    lines: [
      ['industry', 'style'],
      ['ratio'],
      ['variants'],
      ['seed', 'lettering-seed'],
      ['engine'],
      ['recipe'],
    ],
  },
  {
    title: { ko: '출력', en: 'Output' },
    lines: [
      ['out', 'locale'],
      ['json', 'help'],
    ],
  },
];

const OTHER_LANGUAGE: LocalizedText = {
  ko: '(English: --help --locale en)',
  en: '(한국어: --help --locale ko)',
};

/** Columns of an option with its value, before what help says of it. */
const SYNTAX_WIDTH = 22;

/** What `npm run ad -- --help` prints. */
export function adHelp(locale: Locale): string {
  const sections = SECTIONS.map(({ title, lines }) => {
    const shown = lines.map((names) => `  ${names.map((name) => described(name, locale)).join('  ')}`);
    return [`${title[locale]}:`, ...shown].join('\n');
  });
  return [INTRODUCTION[locale], ...sections, OTHER_LANGUAGE[locale]].join('\n\n');
}

function described(name: AdOptionName, locale: Locale): string {
  const { value, about }: AdOption = AD_OPTIONS[name];
  const syntax = value === undefined ? `--${name}` : `--${name} ${value}`;
  return about === undefined ? syntax : `${syntax.padEnd(SYNTAX_WIDTH)}${about[locale]}`;
}
