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
  npm run ad -- "bakery, fresh sourdough every morning" --ratio 9:16      (영어로 쓰면 영어 광고)
  npm run ad -- --batch 이번주.csv                                        (여러 개를 한꺼번에)
  npm run ad -- "네일샵 30% 할인 (주말 제외)" --dry-run                   (무엇을 적을지 먼저 보기)`,
  en: `Makes an advertisement picture.

Usage: npm run ad -- "what the ad is for" [options]

Examples:
  npm run ad -- "cafe, new strawberry latte, warm and cosy" --photo samples/strawberry-latte.jpg
  npm run ad -- "florist, graduation season, dried bouquets" --ratio 4:5 --headline "For your big day" --cta "Order now"
  npm run ad -- "butcher, pork belly week" --price "100 g 1,990 won" --variants 3
  npm run ad -- "like a watercolour" --photo shop.jpg --restyle --strength 0.6 --style illustration
  npm run ad -- "카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기"             (Korean text makes a Korean ad)
  npm run ad -- --batch this-week.csv                                 (many at once)
  npm run ad -- "nail salon, 30% off, weekends excluded" --dry-run    (see first what it would say)`,
};

interface Section {
  readonly title: LocalizedText;
  /** The options that share a line. */
  readonly lines: readonly (readonly AdOptionName[])[];
}

const SECTIONS: readonly Section[] = [
  {
    title: { ko: '사진', en: 'Photos' },
    lines: [['photo'], ['pick'], ['each'], ['restyle'], ['strength'], ['scale'], ['position'], ['harmonise']],
  },
  {
    title: {
      ko: '글자 (쓰지 않은 것은 요청하신 말에서 가져옵니다; \\n은 줄바꿈)',
      en: 'Text (whatever you leave out is taken from your own words; \\n is a line break)',
    },
    lines: [['headline', 'sub', 'badge', 'price', 'cta', 'details'], ['no-text']],
  },
  {
    title: { ko: '함께 넣을 것', en: 'Extras' },
    lines: [['qr'], ['no-qr'], ['menu']],
  },
  {
    title: { ko: '모양', en: 'Look' },
    lines: [
      ['industry', 'style'],
      ['family'],
      ['ratio'],
      ['place'],
      ['variants'],
      ['seed', 'lettering-seed'],
      ['engine'],
      ['recipe'],
    ],
  },
  {
    title: { ko: '출력', en: 'Output' },
    lines: [['motion'], ['layers'], ['batch'], ['dry-run'], ['out', 'locale'], ['json', 'help']],
  },
];

/** Columns of a table of requests: what may have one says so. */
const COLUMNS = Object.entries<AdOption>(AD_OPTIONS).flatMap(([name, { column }]) =>
  column === undefined ? [] : [{ name, column }],
);

const MANY: LocalizedText = {
  ko: `여러 개를 한꺼번에:
  --batch FILE은 UTF-8 파일입니다. 한 줄이 요청 하나이고, 빈 줄과 “# ”로 시작하는 줄은 건너뜁니다.
  첫 줄이 열 이름이면 표(TSV, CSV)로 읽습니다. 요청은 “설명”(text) 열에 적고, 사진은 파일이 있는 폴더에서 찾습니다.
  열: ${['설명', ...COLUMNS.map(({ column }) => column)].join(', ')}
  그림 이름은 줄 번호로 시작합니다. 틀린 줄은 번호로 알려 주고 나머지를 만듭니다.
  끝나면 0: 모두 만듦, 2: 고칠 줄이 있음, 1: 저희 문제로 못 만든 줄이 있음.`,
  en: `Many at once:
  --batch FILE reads a UTF-8 file with one request per line; blank lines and lines that begin with “# ” are skipped.
  If the first line names columns, it is a table (TSV or CSV): the request goes in “text”, and photos are looked for
  beside the file.
  Columns: ${['text', ...COLUMNS.map(({ name }) => name)].join(', ')}
  Pictures are named after their line. A line with a mistake is reported by its number, and the others are made.
  Exit code 0: all made, 2: some lines need fixing, 1: some lines failed on our side.`,
};

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
  return [INTRODUCTION[locale], ...sections, MANY[locale], OTHER_LANGUAGE[locale]].join('\n\n');
}

function described(name: AdOptionName, locale: Locale): string {
  const { value, about }: AdOption = AD_OPTIONS[name];
  const syntax = value === undefined ? `--${name}` : `--${name} ${value}`;
  return about === undefined ? syntax : `${syntax.padEnd(SYNTAX_WIDTH)}${about[locale]}`;
}
