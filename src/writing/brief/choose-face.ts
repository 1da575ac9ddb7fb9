const JAPANESE = 'Noto Sans JP';
const CHINESE = 'Noto Sans SC';

const counted = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/**
 * The face for words of which most are Japanese or Chinese; undefined for others. Kanji and hanzi share their code points
 * and differ in their forms, so a face of the other language would look foreign in every second word.
 */
export function faceOfScript(text: string): string | undefined {
  const kana = counted(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = counted(text, /\p{Script=Han}/gu);
  const others = counted(text, /\p{Script=Hangul}/gu) + counted(text, /[A-Za-z]+/g);
  if (kana + han <= others) return undefined;
  return kana > 0 ? JAPANESE : CHINESE;
}
