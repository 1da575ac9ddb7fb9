import { type Place, placeOfSize } from '../../../src/ad/place.ts';
import type { Vocabulary } from '../../../src/conversation/command/vocabulary.ts';
import { UserError } from '../../../src/errors/user-error.ts';

interface Row {
  readonly key: string;
  readonly names: { readonly ko: string; readonly en: string };
}

function list<T extends Row>(kind: string, rows: readonly T[]) {
  const named = rows.map((row) => ({ ...row, aliases: { ko: [], en: [] } }));
  return {
    rows: named,
    named(name: string) {
      const row = named.find(({ key, names }) => [key, names.ko, names.en].includes(name));
      if (row === undefined)
        throw new UserError('unknown-name', { kind, name, nearest: [rows[0]?.key ?? ''] });
      return row;
    },
  };
}

const named = {
  industries: list('industry', [
    { key: 'cafe', names: { ko: '카페', en: 'cafe' } },
    { key: 'bakery', names: { ko: '빵집', en: 'bakery' } },
    { key: 'flower-shop', names: { ko: '꽃집', en: 'flower shop' } },
  ]),
  styles: list('style', [
    {
      key: 'realistic' as const,
      title: { ko: '실사', en: 'Realistic' },
      names: { ko: '실사', en: 'realistic' },
    },
    {
      key: 'semi-realistic' as const,
      title: { ko: '반실사', en: 'Semi-realistic' },
      names: { ko: '반실사', en: 'semi-realistic' },
    },
    { key: 'anime' as const, title: { ko: '애니', en: 'Anime' }, names: { ko: '애니', en: 'anime' } },
    {
      key: 'illustration' as const,
      title: { ko: '일러스트', en: 'Illustration' },
      names: { ko: '일러스트', en: 'illustration' },
    },
  ]),
  formats: list('format', [
    { key: '4:5', names: { ko: '세로 피드', en: 'portrait' }, pack: 2 },
    { key: '1:1', names: { ko: '정사각형', en: 'square' }, pack: 1 },
    { key: '9:16', names: { ko: '스토리', en: 'story' }, pack: 3 },
  ]),
  places: list('place', [
    { key: 'instagram-story', names: { ko: '인스타그램 스토리', en: 'Instagram story' } },
    { key: 'a4-print', names: { ko: 'A4 인쇄', en: 'A4 sheet' } },
  ]),
  motions: list('motion', [{ key: 'calm', names: { ko: '잔잔하게', en: 'calm' } }]),
  designs: list('design family', [{ key: 'cover', names: { ko: '표지', en: 'cover' } }]),
  faces: ['Pretendard', 'Black Han Sans'],
};

const placeCalled = (name: string): Place => ({
  ...placeOfSize({ width: Number(/^(\d+)x100$/.exec(name)?.[1] ?? name.length), height: 100 }),
  ...(name.endsWith('-print') ? { key: name } : {}),
});

/** A few names of each kind, and nothing that is refused. */
export const smallVocabulary = vocabularyWith(() => {});

/** The same, with something that no ad may be about. */
export function vocabularyWith(checkContent: (text: string) => void): Vocabulary {
  return {
    ...named,
    requestRules: {
      industry: (name) => named.industries.named(name).key,
      style: (name) => named.styles.named(name).key,
      format: (name) => named.formats.named(name).key,
      motion: (name: string) => name,
      family: (name: string) => name,
      place: placeCalled,
      findPlace: (name) => (/^\d+x100$|-(?:print|story)$/.test(name) ? placeCalled(name) : undefined),
      formatNear: () => '1:1',
      checkContent,
    },
  };
}
