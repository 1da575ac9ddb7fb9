import type { Locale, LocalizedText } from '../ad/locale.ts';
import {
  PLACE_KINDS,
  type Place,
  type PlaceKind,
  type PrintSheet,
  type Rule,
  type RuleSource,
} from '../ad/place.ts';
import { PARSED_PRESETS, PROJECT_ROOT } from '../app/config/project-root.ts';
import { loadPresets } from '../presets/load.ts';
import { catalogue } from '../studio/catalogue.ts';

const KINDS: { readonly [kind in PlaceKind]: LocalizedText } = {
  social: { ko: '소셜', en: 'Social networks' },
  message: { ko: '메시지', en: 'Messages' },
  shop: { ko: '쇼핑·지도', en: 'Shops and maps' },
  web: { ko: '웹·화면', en: 'Web and screens' },
  banner: { ko: '배너', en: 'Display banners' },
  print: { ko: '인쇄', en: 'Print' },
};

const OTHER: LocalizedText = {
  ko: '그 밖의 크기는 800x400처럼 픽셀로 적어 주세요. 여러 곳은 쉼표로: --place instagram-story,kakao-message',
  en: 'Any other size: in pixels, such as 800x400. Several places: with commas, --place instagram-story,kakao-message',
};

const SOURCES: LocalizedText = {
  ko: '기준 (날짜는 나온 날이나 확인한 날)',
  en: 'Rules by (with the date they are of, or were looked up)',
};

/** The places with their rules, by kind, and those who say so, to whom each line refers by numbers. @throws UserError `bad-preset` */
export async function listPlaces(locale: Locale): Promise<string> {
  const { places } = await loadPresets(`${PROJECT_ROOT}/presets`, catalogue, { caches: [PARSED_PRESETS] });
  const width = Math.max(...places.rows.map(({ key }) => key.length));
  const sources: string[] = [];
  const numberOf = ({ title, date, url = '' }: RuleSource): number => {
    const source = `${title[locale]}, ${date} ${url}`.trimEnd();
    if (!sources.includes(source)) sources.push(source);
    return sources.indexOf(source) + 1;
  };
  const groups = PLACE_KINDS.map((kind) => {
    const lines = places.rows
      .filter((place) => place.kind === kind)
      .map((place) => {
        const numbers = new Set(rulesOf(place).map(({ by }) => numberOf(by)));
        const said = rulesOf(place).map(({ is }) => is[locale]);
        return `  ${place.key.padEnd(width)}  ${place.names[locale]}: ${said.join(', ')} [${[...numbers].join(', ')}]`;
      });
    return [`${KINDS[kind][locale]}:`, ...lines].join('\n');
  });
  const by = sources.map((source, i) => `  [${i + 1}] ${source}`);
  return [...groups, OTHER[locale], [`${SOURCES[locale]}:`, ...by].join('\n')].join('\n\n');
}

/** What a place asks for, in words. */
function rulesOf(place: Place): readonly Rule<LocalizedText>[] {
  const { pixels, files, bytes, bare, slices, ground, cards, safe, letters, print, motion } = place;
  const said = <T>(
    rule: Rule<T> | undefined,
    words: (is: T) => LocalizedText,
  ): readonly Rule<LocalizedText>[] => (rule === undefined ? [] : [{ is: words(rule.is), by: rule.by }]);
  const taken = said(files, (kinds) => both(kinds.map((kind) => kind.toUpperCase()).join('/')));
  if (print !== undefined) return [...said(print, sheetWords), ...taken];
  const { width, height } = pixels.is;
  return [
    ...(slices === undefined
      ? said(pixels, () => both(`${width}×${height}`))
      : said(slices, (most) => ({
          ko: `너비 ${width}, 파일마다 높이 ${most} 이하`,
          en: `${width} wide, files up to ${most} high`,
        }))),
    ...taken,
    ...said(bytes, (most) => both(`≤ ${size(most)}`)),
    ...said(bare, () => ({ ko: '글자·로고·테두리 없이', en: 'no text, logo or border' })),
    ...said(ground, () => ({ ko: '흰 배경', en: 'white background' })),
    ...said(cards, ({ min, max }) => ({ ko: `${min}–${max}장 한 벌`, en: `a set of ${min}–${max}` })),
    ...said(safe, ({ top, bottom, left }) => ({
      ko: `글은 위 ${top}, 아래 ${bottom}, 옆 ${left}픽셀 안쪽`,
      en: `text ${top} px from the top, ${bottom} from the foot, ${left} from the sides`,
    })),
    ...said(letters, (least) => ({ ko: `글자 ${least}픽셀 이상`, en: `letters ${least} px or more` })),
    ...said(motion, ({ files: kinds }) => {
      const names = kinds.map((kind) => kind.toUpperCase()).join('/');
      return { ko: `움직이면 ${names}`, en: `in motion ${names}` };
    }),
  ];
}

/** Of a printed sheet: what is known of it in millimetres. */
function sheetWords({ trim, bleed, dpi, cut }: PrintSheet): LocalizedText {
  const sides = `${trim.width}×${trim.height} mm`;
  return {
    ko: `${sides}, 도련 ${bleed} mm, ${dpi} dpi${cut === undefined ? '' : ', 둥근 칼선'}`,
    en: `${sides}, ${bleed} mm bleed, ${dpi} dpi${cut === undefined ? '' : ', a round cut line'}`,
  };
}

const both = (text: string): LocalizedText => ({ ko: text, en: text });

const size = (bytes: number): string =>
  bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1000} kB`;
