import type { LocalizedText } from '../../ad/locale.ts';
import type { WorkNote } from '../../ad/result.ts';
import { defined } from '../../collections/defined.ts';
import { costOf, type Prices, type Usage } from './ledger.ts';
import type { ModelFailure } from './model-failure.ts';

/** What a model was asked for, for the report. */
export function answeredNote(model: string, usage: Usage, prices: Prices | undefined): WorkNote {
  return {
    said: { ko: `${model} 모델이 답했어요.`, en: `${model} answered.` },
    usage: spentOn(model, usage, prices),
  };
}

/** Why a model was of no help, for the report; tokens may have been spent all the same. */
export function failedNote(
  model: string,
  { text, usage }: ModelFailure,
  prices: Prices | undefined,
): WorkNote {
  return {
    said: fallbackText(model, text),
    ...defined({ usage: usage === undefined ? undefined : spentOn(model, usage, prices) }),
  };
}

/** As the person reads it. */
export const fallbackText = (model: string, { ko, en }: LocalizedText): LocalizedText => ({
  ko: `${model} 모델 대신 기본 규칙으로 했어요: ${ko}.`,
  en: `Done by the rules instead of ${model}: ${en}.`,
});

function spentOn(model: string, usage: Usage, prices: Prices | undefined): NonNullable<WorkNote['usage']> {
  const cost = costOf(usage, prices);
  return {
    model,
    input: usage.inputTokens,
    output: usage.outputTokens,
    ...defined({ cost }),
  };
}
