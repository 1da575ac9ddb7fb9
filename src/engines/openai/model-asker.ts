import type { LocalizedText } from '../../ad/locale.ts';
import type { EngineRun } from '../ports.ts';
import type { Prices } from './ledger.ts';
import type { ModelClient, Question } from './model-client.ts';
import { ModelFailure } from './model-failure.ts';
import { answeredNote, failedNote } from './usage-note.ts';

/** Where engines ask models: every answer and every failure is told to the report. */
export interface ModelAsker {
  /** The answer, or why there is none: then the caller does without, and its result is not cached. */
  ask<T>(
    question: Omit<Question<T>, 'signal'>,
    run: EngineRun,
  ): Promise<{ readonly value: T } | { readonly failed: LocalizedText }>;
}

export function createModelAsker(client: ModelClient, prices?: Prices): ModelAsker {
  return {
    async ask(question, { signal, onNote, doNotCache }) {
      try {
        const { value, usage } = await client.ask({ ...question, signal });
        onNote?.(answeredNote(question.model, usage, prices));
        return { value };
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error;
        onNote?.(failedNote(question.model, error, prices));
        doNotCache?.();
        return { failed: error.text };
      }
    },
  };
}
