/** Letters that are drawn as a blank: the fillers of Hangul. */
const FILLERS = /[\u115f\u1160\u3164\uffa0]/g;

/** Whether there is a letter or a digit of any script in the text. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(
    text.replaceAll(/\p{Emoji_Presentation}|[#*0-9]\ufe0f?\u20e3/gu, '').replaceAll(FILLERS, ''),
  );
}
