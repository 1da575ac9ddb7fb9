import type { LocalizedText } from '../ad/locale.ts';
import type { Place, RuleSource } from '../ad/place.ts';
import type { Finding } from './finding.ts';

const RULES: { readonly [kind in Finding['kind']]: LocalizedText } = {
  unreadable: { ko: '파일', en: 'file' },
  pixels: { ko: '크기', en: 'size' },
  file: { ko: '파일 형식', en: 'kind of file' },
  colour: { ko: '색 공간', en: 'colour space' },
  bytes: { ko: '용량', en: 'file size' },
  labels: { ko: '출처 표시', en: 'label' },
  bare: { ko: '그림 위에 올린 것', en: 'overlay' },
  ground: { ko: '흰 배경', en: 'white background' },
  safe: { ko: '안전 영역', en: 'safe zone' },
  letters: { ko: '가장 작은 글자', en: 'smallest text' },
  sheet: { ko: '재단 크기', en: 'sheet' },
  resolution: { ko: '해상도', en: 'resolution' },
  fonts: { ko: '들어 있지 않은 글꼴', en: 'fonts that are not embedded' },
};

const sourced = (by: RuleSource | undefined): LocalizedText => ({
  ko: by === undefined ? '' : ` 기준: ${by.title.ko}, ${by.date}.`,
  en: by === undefined ? '' : ` Rule: ${by.title.en}, ${by.date}.`,
});

/** What a place would refuse, in a sentence a rule. */
export const explainFindings = (
  findings: readonly Finding[],
  { names }: Pick<Place, 'names'>,
): readonly LocalizedText[] =>
  findings.map(({ kind, found, by }) => ({
    ko: `‘${names.ko}’에서 받지 않을 수 있어요. ${RULES[kind].ko}: ${found.ko}.${sourced(by).ko}`,
    en: `“${names.en}” may refuse this file. ${RULES[kind].en}: ${found.en}.${sourced(by).en}`,
  }));

/** What was left off because its place takes no such thing. */
export function explainBare({ names, bare }: Place): readonly LocalizedText[] {
  if (bare === undefined) return [];
  return [
    {
      ko: `‘${names.ko}’에는 글자나 로고, 테두리를 넣을 수 없어서 그림만 만들었어요.${sourced(bare.by).ko}`,
      en: `“${names.en}” takes no text, logo or border, so it is the picture alone.${sourced(bare.by).en}`,
    },
  ];
}

/** What a set lacks, or has too much of, to be put up there: each of its pictures is taken as it is. */
export function explainCards({ names, cards }: Place, pages: number): readonly LocalizedText[] {
  if (cards === undefined) return [];
  const { min, max } = cards.is;
  if (pages >= min && pages <= max) return [];
  return [
    {
      ko: `‘${names.ko}’는 ${min}–${max}장이 한 벌인데 ${pages}장이에요. 메뉴나 안내를 더 알려 주시면 장수를 채울 수 있어요.${sourced(cards.by).ko}`,
      en: `“${names.en}” takes sets of ${min}–${max} pictures, and this one has ${pages}. Say more of what you sell to fill it.${sourced(cards.by).en}`,
    },
  ];
}
