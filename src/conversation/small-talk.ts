import { trimEndWhere } from '../text/trim-end.ts';

/** Longest small talk, in UTF-16 units. */
const MAX_LENGTH = 60;

/** Words of praise, thanks, greeting and consent, and what stands beside them. Anything else may be to be advertised. */
const WORDS: ReadonlySet<string> = new Set(
  `예쁘다 예쁘네 예쁘네요 예뻐 예뻐요 예쁩니다 예쁜데요 이쁘다 이쁘네 이쁘네요 이뻐 이뻐요 멋지다 멋지네 멋지네요 멋져 멋져요
   멋집니다 멋있다 멋있네요 멋있어요 좋다 좋네 좋네요 좋아 좋아요 좋습니다 마음에 맘에 들어 들어요 들어용 듭니다 드네요 최고 최고다 최고네요
   최고예요 최고입니다 짱 짱이다 짱이에요 대박 대박이다 대박이네요 헐 와 우와 와우 오 오오 굿 굿굿 나이스 감사 감사감사 감사해요 감사합니다
   고마워 고마워요 고맙습니다 땡큐 수고 수고하셨어요 수고하셨습니다 수고했어요 수고하세요 안녕 안녕하세요 안녕하세용 하이 반가워요 반갑습니다
   네 넵 넹 네네 예 응 오케이 알겠어요 알겠습니다 확인했어요 확인했습니다 진짜 정말 정말로 너무 너무너무 아주 완전 엄청 참 잘 이거
   됐어요 됐네요 나왔네요 만드네요 만들었네요 만들어주셔서 만들어 주셔서
   wow nice great good cool awesome amazing beautiful pretty lovely love loved perfect thanks thank thx ty you so much very
   really ok okay yes yep yeah sure hi hello hey there it this that is looks look like i a lot the job well done its it's that's
   cheers brilliant fantastic super fine for all`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Laughter, marks and emoji are no words. */
const MARK = /[\p{P}\p{S}\p{M}\p{Extended_Pictographic}ㄱ-ㅣ]/u;

/** Whether a message is talk alone, by each of its words: praise, thanks, a greeting. */
export function isSmallTalk(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const words = text
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => trimStartWhere(trimEndWhere(word, MARK), MARK))
    .filter((word) => word !== '');
  return words.every((word) => WORDS.has(word)) && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}

function trimStartWhere(text: string, mark: RegExp): string {
  let start = 0;
  while (start < text.length && mark.test(text.charAt(start))) start++;
  return text.slice(start);
}
