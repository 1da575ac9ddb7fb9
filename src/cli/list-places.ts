import type { Locale, LocalizedText } from '../ad/locale.ts';
import { PLACE_KINDS, type Place, type PlaceKind } from '../ad/place.ts';
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

/** The places with their rules and where these come from, by kind. @throws UserError `bad-preset` */
export async function listPlaces(locale: Locale): Promise<string> {
  const { places } = await loadPresets(`${PROJECT_ROOT}/presets`, catalogue, { caches: [PARSED_PRESETS] });
  const width = Math.max(...places.rows.map(({ key }) => key.length));
  const groups = PLACE_KINDS.map((kind) => {
    const lines = places.rows
      .filter((place) => place.kind === kind)
      .map((place) => `  ${place.key.padEnd(width)}  ${place.names[locale]} · ${rulesOf(place, locale)}`);
    return [`${KINDS[kind][locale]}:`, ...lines].join('\n');
  });
  return [...groups, OTHER[locale]].join('\n\n');
}

function rulesOf(place: Place, locale: Locale): string {
  const { pixels, files, bytes, bare, slices, ground, cards, safe, letters, print } = place;
  if (print !== undefined) return sheetRules(place, print, locale);
  const { width, height } = pixels.is;
  const rules: readonly (LocalizedText | undefined)[] = [
    slices === undefined
      ? both(`${width}×${height}`)
      : {
          ko: `너비 ${width}, 파일마다 높이 ${slices.is} 이하`,
          en: `${width} wide, files up to ${slices.is} high`,
        },
    both(files.is.map((file) => file.toUpperCase()).join('/')),
    bytes && both(`≤ ${size(bytes.is)}`),
    bare && { ko: '글자·로고·테두리 없이', en: 'no text, logo or border' },
    ground && { ko: '흰 배경', en: 'white background' },
    cards && {
      ko: `${cards.is.min}–${cards.is.max}장 한 벌`,
      en: `a set of ${cards.is.min}–${cards.is.max}`,
    },
    safe && {
      ko: `글은 위 ${safe.is.top}, 아래 ${safe.is.bottom}, 옆 ${safe.is.left}픽셀 안쪽`,
      en: `text ${safe.is.top} px from the top, ${safe.is.bottom} from the foot, ${safe.is.left} from the sides`,
    },
    letters && { ko: `글자 ${letters.is}픽셀 이상`, en: `letters ${letters.is} px or more` },
  ];
  const sources = [pixels, files, bytes, bare, slices, ground, cards, safe, letters].flatMap((rule) =>
    rule === undefined ? [] : [`${rule.by.title[locale]} ${rule.by.date}`],
  );
  const said = rules.flatMap((rule) => (rule === undefined ? [] : [rule[locale]]));
  return `${said.join(', ')} (${[...new Set(sources)].join('; ')})`;
}

/** Of a printed sheet: what is known of it in millimetres. */
function sheetRules({ files }: Place, { is, by }: NonNullable<Place['print']>, locale: Locale): string {
  const { trim, bleed, dpi } = is;
  const said = {
    ko: `${trim.width}×${trim.height} mm, 도련 ${bleed} mm, ${dpi} dpi`,
    en: `${trim.width}×${trim.height} mm, ${bleed} mm bleed, ${dpi} dpi`,
  }[locale];
  return `${said}, ${files.is.map((file) => file.toUpperCase()).join('/')} (${by.title[locale]} ${by.date})`;
}

const both = (text: string): LocalizedText => ({ ko: text, en: text });

const size = (bytes: number): string =>
  bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1000} kB`;
