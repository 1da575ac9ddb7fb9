import type { Face } from '../ad/face.ts';
import type { TextLayout } from '../ad/layout.ts';
import type { LocalizedText } from '../ad/locale.ts';
import { measureLayout } from './measure/measure-layout.ts';
import { placeText } from './place-text.ts';
import { repairTextLayout, type TextAdvice } from './repair-text-layout.ts';
import type { TextLayoutRequest } from './request.ts';

/** Difference of scores that the measures cannot vouch for: then whoever saw the picture decides. */
const ALIKE = 0.03;

/**
 * Makes two layouts, one by the rules and one of advice that the same rules repaired, measures both alike, and returns
 * the better. Its reasons say who decided.
 *
 * @param faces as placeText's
 */
export function weighTextAdvice(
  request: TextLayoutRequest,
  advice: TextAdvice,
  faces: readonly Face[],
): TextLayout {
  const local = placeText(request, faces);
  const advised = repairTextLayout(request, advice, faces, local);
  if (advised.decidedBy !== advice.by) return advised;
  const score = (layout: TextLayout): number =>
    measureLayout(request.image, layout, faces, request.product).total;
  const [byRules, byAdvice] = [score(local), score(advised)];
  if (byAdvice <= byRules + ALIKE) {
    return { ...advised, why: [decided(advice.by, byRules, byAdvice), ...advised.why] };
  }
  return { ...local, why: [...local.why, outdone(advice.by, byRules, byAdvice)] };
}

/** Scores as people take them: of 100, more is better. */
const points = (score: number): number => Math.round(100 / (1 + Math.max(0, score)));

const decided = (by: string, rules: number, advice: number): LocalizedText => ({
  ko: `글자 자리는 ${by} 모델이 그림을 보고 정했고, 기본 규칙으로 다듬었어요 (모델 ${points(advice)}점, 규칙 ${points(rules)}점).`,
  en: `${by} looked at the picture and placed the text; the rules adjusted it (model ${points(advice)}, rules ${points(rules)} points).`,
});

const outdone = (by: string, rules: number, advice: number): LocalizedText => ({
  ko: `${by} 모델이 권한 자리보다 규칙으로 찾은 자리가 나아서 그대로 두었어요 (규칙 ${points(rules)}점, 모델 ${points(advice)}점).`,
  en: `The rules found better places for the text than ${by} did, so they were kept (rules ${points(rules)}, model ${points(advice)} points).`,
});
