/** Endings as they are typed in a chat or said in a region, with how they are spelled: 쉽니더, 했습니당, 해용, 읎심더. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/읎/u, '없'],
  [/심더$/u, '습니다'],
  [/[함](?:다|돠|당)$/u, '합니다'],
  [/[됨](?:다|돠|당)$/u, '됩니다'],
  [/니(?:더|당|둥|댜)$/u, '니다'],
  [/니다(?:요|용)$/u, '니다'],
  [/슴(?:다|돠|당)$/u, '습니다'],
  [/(?<=보)이소$/u, '세요'],
  [/(?<!다)이소$/u, '세요'],
  [/(?<=[해돼되어고])예$/u, '요'],
  [/(?<=[아어해세에돼되네데봐와줘])(?:여|용|욤|염|유)$/u, '요'],
];

/** A word with the ending that it is spelled with. It is for recognising: what is told keeps the owner's own. */
export function asSpelled(word: string): string {
  if (!/[읎더당둥댜다요용돠소예여욤염유]/u.test(word)) return word;
  return SPOKEN.reduce((text, [pattern, ending]) => text.replace(pattern, ending), word);
}

/** How somebody says what shop he has: '파전집인데요'. */
export const INTRODUCED = /(?<=[가-힣]{2})(?:인데요?|이에요|예요|에요|이구요|이고요|입니다만?)$/u;
