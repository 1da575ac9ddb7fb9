import type { LocalizedText } from '../../ad/locale.ts';
import type { EngineRun } from '../ports.ts';
import type { Prices } from './ledger.ts';
import type { ModelClient, Question } from './model-client.ts';
import { ModelFailure } from './model-failure.ts';
import { answeredNote, failedNote } from './usage-note.ts';

/** Where engines ask models: every answer and every failure is told to the report. */
export interface ModelDesk {
  /** The answer, or why there is none: then the caller does without, and its result is a makeshift. */
  ask<T>(
    question: Omit<Question<T>, 'signal'>,
    run: EngineRun,
  ): Promise<{ readonly value: T } | { readonly failed: LocalizedText }>;
}

export function createModelDesk(client: ModelClient, prices?: Prices): ModelDesk {
  return {
    async ask(question, { signal, onNote, onMakeshift }) {
      try {
        const { value, usage } = await client.ask({ ...question, signal });
        onNote?.(answeredNote(question.model, usage, prices));
        return { value };
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error;
        onNote?.(failedNote(question.model, error, prices));
        onMakeshift?.();
        return { failed: error.said };
      }
    },
  };
}
