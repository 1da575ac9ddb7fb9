import type { Pictured } from '../../../ad/brief.ts';
import type { Statement } from '../../../ad/statement.ts';
import type { SceneWords } from '../scene-words.ts';

/** How a place or a light is asked for in which something is to stand: '나무 테이블 위에', 'on a marble table'. */
const PLACED =
  /(?:위|위에|위에서|앞|앞에|아래|옆|옆에|속에|창가|창가에)$|배경|조명|햇살|햇빛|노을|석양|테이블|식탁|바닷가|해변|숲속|야경|\b(?:on|against|beside|under|before|in front of|by)\s(?:a|an|the)\b|\b(?:background|backdrop|sunlight|sunset)\b/iu;

/** A ground of one colour is no place: '배경은 노란색으로', 'on a white background'. */
const COLOUR_ALONE =
  /[가-힣]{1,4}색|(?:흰|하얀|노란|빨간|파란|검은|초록|분홍)\s?배경|\b(?:white|black|red|blue|yellow|green|pink|plain)\sbackground/iu;

/** What the wishes among statements ask the picture to show beside what is sold; undefined where they ask for nothing. */
export function askedOfPicture(
  statements: readonly Statement[],
  { outlook }: Pick<SceneWords, 'outlook'>,
): Pictured | undefined {
  const wishes = statements.filter(({ kind }) => kind === 'mood' || kind === 'wish');
  const isPlaced = wishes.some(({ text }) => PLACED.test(text) && !COLOUR_ALONE.test(text));
  // Of what is sold, or of where the shop is, a sea or a garden is no wish: '바닷가 앞 횟집', 'Garden table'.
  if (isPlaced || (wishes.length > 0 && outlook !== undefined)) return 'setting';
  return wishes.some(({ kind }) => kind === 'mood') ? 'mood' : undefined;
}
