import type { LocalizedText } from '../../ad/locale.ts';
import { withParticle } from '../../language/particles.ts';

/** Where it is to be shown, in words that name no place whose size is known: '가게 앞에 붙일 거예요'. */
const WHERE =
  /(?:올릴|붙일|쓸|보낼|걸|띄울|뿌릴|돌릴|게시할|공유할|인쇄할|출력할|걸어둘)\s?(?:거|겁|건|예정)|(?:올리|붙이|보내|걸|게시하|공유하)려고|용(?:으로|로|이에요|예요|이요|요)$|^(?:for\s(?:our|my|the)|.*\b(?:post|put|share|upload)(?:ing)?\s(?:it|this))\b/iu;

/** That such words are not on the ad, and how the shape for them is chosen. */
export function whereAnswer(said: readonly string[]): readonly LocalizedText[] {
  const where = said.filter((words) => WHERE.test(words));
  if (where.length === 0) return [];
  const quoted = `“${where.join('”, “')}”`;
  return [
    {
      ko: `${withParticle(quoted, '은')} 광고에 적지 않았어요. 그곳에 맞는 모양은 비율이나 올릴 곳으로 고를 수 있어요.`,
      en: `${quoted} was not put on the ad. Its shape is chosen by a ratio or a place.`,
    },
  ];
}
