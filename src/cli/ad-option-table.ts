import type { LocalizedText } from '../ad/locale.ts';
import { REQUEST_RANGES } from '../ad/parse/request-limits.ts';
import { LAYERED_KINDS } from '../ad/place.ts';
import { ENGINE_CHOICES } from '../ad/request.ts';
import { catalogue } from '../studio/catalogue.ts';

export const LOCALES = ['ko', 'en'] as const;

/** The same in both languages. */
const both = (text: string): LocalizedText => ({ ko: text, en: text });

/**
 * The options of `npm run ad`: how Node is to read each, and how help speaks of it. `value` stands for what follows it;
 * those with a `range` are numbers.
 */
export const AD_OPTIONS = {
  photo: {
    type: 'string',
    column: '사진',
    multiple: true,
    value: 'FILE',
    about: {
      ko: '제품 사진. 여러 번 쓰면 한 장에 함께 담습니다 (최대 4장)',
      en: 'product photo; repeat to put several into one picture (up to 4)',
    },
  },
  pick: {
    type: 'string',
    column: '고르기',
    value: 'N[,N…]',
    about: {
      ko: '사진에 여럿이 있으면 몇 번째 것을 쓸지 (0: 모두). 사진마다 쉼표로',
      en: 'which of several things in a photo to use (0: all); one number per photo, with commas',
    },
  },
  each: {
    type: 'boolean',
    column: '따로',
    about: {
      ko: '사진마다 따로, 같은 배경으로 만듭니다',
      en: 'one ad for each photo instead, on the same background',
    },
  },
  restyle: {
    type: 'boolean',
    column: '새로그리기',
    about: {
      ko: '오려 내지 않고 사진 전체를 새 스타일로 바꿉니다',
      en: 'restyle the whole photo instead of cutting out the product',
    },
  },
  strength: {
    type: 'string',
    column: '강도',
    value: 'N',
    range: REQUEST_RANGES.strength,
    about: { ko: '얼마나 바꿀지 0.05–1 (기본 0.6)', en: 'how strongly to restyle, 0.05–1 (default 0.6)' },
  },
  scale: {
    type: 'string',
    column: '크기',
    value: 'N',
    range: REQUEST_RANGES.scale,
    about: {
      ko: '제품 높이가 차지하는 비율 0.1–0.95',
      en: 'product height as a share of the picture, 0.1–0.95',
    },
  },
  position: {
    type: 'string',
    column: '자리',
    value: 'X,Y',
    about: {
      ko: '제품 가운데의 자리, 0,0(왼쪽 위)–1,1(오른쪽 아래)',
      en: 'centre of the product, 0,0 (top left) – 1,1 (bottom right)',
    },
  },
  harmonise: {
    type: 'string',
    column: '색맞춤',
    value: 'N',
    range: REQUEST_RANGES.harmonise,
    about: {
      ko: '제품 색을 배경에 맞추는 정도 0–1 (기본 0: 그대로)',
      en: "how far to match the product's colours to the scene, 0–1 (default 0: not at all)",
    },
  },
  headline: { type: 'string', column: '제목', value: 'T' },
  sub: { type: 'string', column: '부제', value: 'T' },
  badge: { type: 'string', column: '배지', value: 'T' },
  price: { type: 'string', column: '가격', value: 'T' },
  cta: { type: 'string', column: '버튼글', value: 'T' },
  details: { type: 'string', column: '안내', value: 'T' },
  /** What `details` was called at first. */
  footer: { type: 'string', value: 'T' },
  qr: {
    type: 'string',
    column: 'qr',
    value: 'URL|TEXT',
    about: { ko: '링크나 글을 담은 QR 코드를 넣습니다', en: 'add a QR code with a link or some text' },
  },
  'no-qr': {
    type: 'boolean',
    column: 'qr없이',
    about: { ko: '브랜드에 정해 둔 QR 코드도 넣지 않습니다', en: 'no QR code, even where the brand has one' },
  },
  menu: {
    type: 'string',
    column: '메뉴',
    value: 'FILE',
    about: {
      ko: '메뉴와 가격표를 넣습니다. 한 줄에 “이름 가격”, 또는 TSV·CSV 표',
      en: 'add a menu with prices: one “name price” per line, or a table in TSV or CSV',
    },
  },
  'no-text': { type: 'boolean', column: '글자없이', about: { ko: '글자 없이', en: 'no text at all' } },
  industry: {
    type: 'string',
    column: '업종',
    value: 'I',
    about: { ko: '업종 (예: cafe, 빵집)', en: 'industry (cafe, bakery, …)' },
  },
  style: { type: 'string', column: '스타일', value: 'S', about: both(catalogue.styles.names.join(', ')) },
  family: {
    type: 'string',
    column: '디자인',
    value: 'NAME',
    about: {
      ko: '디자인 틀 (list: 목록 보기, scene: 배경 장면)',
      en: 'design family (list: show them all, scene: a scene behind the text)',
    },
  },
  ratio: {
    type: 'string',
    column: '비율',
    value: 'R',
    about: {
      ko: '1:1, 4:5, 9:16, 16:9, 1.91:1 (기본 1:1, --restyle은 사진과 가장 비슷한 것)',
      en: '1:1, 4:5, 9:16, 16:9, 1.91:1 (default 1:1; with --restyle the one closest to the photo)',
    },
  },
  place: {
    type: 'string',
    column: '올릴곳',
    value: 'NAME[,NAME…]',
    about: {
      ko: '올릴 곳에 맞춰 만듭니다: instagram-story, kakao-message, 800x400 … (list: 목록 보기)',
      en: 'make it for where it goes: instagram-story, kakao-message, 800x400, … (list: show them all)',
    },
  },
  pages: {
    type: 'string',
    column: '쪽',
    value: 'N|auto',
    about: {
      ko: '여러 장을 한 벌로: 표지, 제품마다 한 장, 가격, 오시는 길 (2–10, auto: 말한 만큼)',
      en: 'several pages as a set: cover, a page for each product, prices, how to come (2–10, auto: as many as needed)',
    },
  },
  layers: {
    type: 'string',
    column: '레이어',
    value: LAYERED_KINDS.join(','),
    about: {
      ko: '레이어가 살아 있는 파일도 함께 저장합니다: svg, psd',
      en: 'also save files with layers to go on working on: svg, psd',
    },
  },
  motion: {
    type: 'string',
    column: '움직임',
    value: 'NAME[,FILE…]',
    about: {
      ko: '움직이는 광고도 만듭니다: auto, calm(잔잔하게), lively(경쾌하게), none. 파일은 webp, gif, mp4 가운데 (기본: 올릴 곳이 받는 것 하나, 보통 webp. mp4는 ffmpeg가 있어야 합니다)',
      en: 'make it move, too: auto, calm, lively, none; as webp, gif, mp4 (default: the one that the place takes, else webp; mp4 needs ffmpeg)',
    },
  },
  variants: {
    type: 'string',
    column: '장수',
    value: 'N',
    range: REQUEST_RANGES.variants,
    about: both('1–4'),
  },
  seed: {
    type: 'string',
    column: '시드',
    value: 'N',
    range: REQUEST_RANGES.seed,
    about: { ko: '같은 시드는 같은 그림', en: 'same seed, same picture' },
  },
  'lettering-seed': {
    type: 'string',
    column: '글자시드',
    value: 'N',
    range: REQUEST_RANGES.letteringSeed,
    about: { ko: '글자 배치만 바꾸기', en: 'change only the text layout' },
  },
  engine: { type: 'string', column: '엔진', value: 'E', about: both(ENGINE_CHOICES.join(', ')) },
  recipe: {
    type: 'string',
    value: 'FILE',
    about: {
      ko: '전에 만든 PNG나 레시피(JSON)로 같은 그림을 다시 만듭니다',
      en: 'make the same picture again from its PNG or recipe (JSON)',
    },
  },
  batch: {
    type: 'string',
    value: 'FILE',
    about: {
      ko: '한 줄에 하나씩 적은 요청을 모두 만듭니다 (아래 “여러 개를 한꺼번에”)',
      en: 'make every request in a file, one per line (see “Many at once” below)',
    },
  },
  'dry-run': {
    type: 'boolean',
    about: {
      ko: '그림 없이 어떻게 읽고 무엇을 적을지만 보여 줍니다',
      en: 'no picture: show how the request is read and what the ad would say',
    },
  },
  out: {
    type: 'string',
    value: 'DIR',
    about: { ko: '저장할 폴더 (기본 out)', en: 'output folder (default out)' },
  },
  locale: { type: 'string', column: '언어', value: LOCALES.join('|') },
  json: {
    type: 'boolean',
    about: { ko: '결과를 JSON 한 줄로 (광고마다)', en: 'result as one line of JSON (each)' },
  },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Readonly<Record<string, AdOption>>;

export interface AdOption {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly short?: string;
  readonly value?: string;
  /** Korean name of its column in a table of requests; its own name is one too. Without, it holds for the whole run. */
  readonly column?: string;
  readonly range?: { readonly min: number; readonly max: number; readonly integer?: boolean };
  readonly about?: LocalizedText;
}

export type AdOptionName = keyof typeof AD_OPTIONS;
