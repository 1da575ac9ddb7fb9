import type { Brief } from '../../ad/brief.ts';
import type { AdRequest } from '../../ad/request.ts';
import type { Presets } from '../../presets/presets.ts';
import type { RuleWriter } from '../../writing/brief/rule-writer.ts';
import type { EngineRun, PromptWriter } from '../ports.ts';
import type { ModelAsker } from './model-asker.ts';
import {
  copyFrom,
  REQUEST_ANSWER_TOKENS,
  REQUEST_INSTRUCTIONS,
  readingFrom,
  requestAnswer,
  requestMaterial,
} from './request-question.ts';
import { fallbackText } from './usage-note.ts';

export interface ModelWriterParts {
  readonly asker: ModelAsker;
  readonly model: string;
  readonly presets: Presets;
  /** Reads and composes by the same presets. */
  readonly rules: RuleWriter;
  /** Writes where the model does not. */
  readonly local: PromptWriter;
}

/**
 * The writer that asks a language model what is to be seen of a request, and where each of its statements stands, in one
 * question. What it answers is checked against the statements and composed by the same rules as the local writer's
 * reading; where no answer comes, the local writer writes.
 */
export function createModelWriter(parts: ModelWriterParts): PromptWriter {
  const { asker, model, presets, rules, local } = parts;
  const schema = requestAnswer(presets);

  return {
    name: `${model} and rules`,
    edition: presets.digest,
    lane: 'network',
    async write(request: AdRequest, run: EngineRun): Promise<Brief> {
      const statements = await rules.statementsOf(request.text);
      const answer = await asker.ask(
        {
          model,
          name: 'request',
          instructions: REQUEST_INSTRUCTIONS,
          material: requestMaterial(request, statements),
          schema,
          maxTokens: REQUEST_ANSWER_TOKENS,
        },
        run,
      );
      if ('failed' in answer) {
        const brief = await local.write(request, run);
        return { ...brief, why: [...brief.why, fallbackText(model, answer.failed)] };
      }
      return rules.briefOf(request, {
        reading: readingFrom(answer.value),
        copy: copyFrom(answer.value, model),
      });
    },
  };
}
