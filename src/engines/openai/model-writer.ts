import type { Brief } from '../../ad/brief.ts';
import type { AdRequest } from '../../ad/request.ts';
import type { Presets } from '../../presets/presets.ts';
import { composeBrief } from '../../writing/brief/compose-brief.ts';
import { PromptAssembler } from '../../writing/prompt/prompt-assembler.ts';
import { StyleRouter } from '../../writing/prompt/style-router.ts';
import { withModelReading } from '../../writing/reading/model-reading.ts';
import { readRequest } from '../../writing/reading/read-request.ts';
import { buildVocabulary, type Vocabulary } from '../../writing/reading/vocabulary.ts';
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
  readonly now: () => Date;
  /** Of the image model's own tokenizer; by default an upper estimate. */
  readonly countTokens?: (text: string) => number;
  /** Writes where the model does not. */
  readonly local: PromptWriter;
}

/**
 * The writer that asks a language model what is to be seen of a request, and where each of its statements stands, in one
 * question. What it answers is checked against the statements and composed by the same rules as the local writer's
 * reading; where no answer comes, the local writer writes.
 */
export function createModelWriter(parts: ModelWriterParts): PromptWriter {
  const { asker, model, presets, now, local } = parts;
  const router = new StyleRouter(presets.styles);
  const assembler = new PromptAssembler(router, parts.countTokens);
  const schema = requestAnswer(presets);
  let vocabulary: Vocabulary | undefined;

  return {
    name: `${model} and rules`,
    edition: presets.digest,
    lane: 'network',
    async write(request: AdRequest, run: EngineRun): Promise<Brief> {
      vocabulary ??= buildVocabulary(presets);
      const rules = readRequest(request.text, vocabulary);
      const answer = await asker.ask(
        {
          model,
          name: 'request',
          instructions: REQUEST_INSTRUCTIONS,
          material: requestMaterial(request, rules.statements),
          schema,
          maxTokens: REQUEST_ANSWER_TOKENS,
        },
        run,
      );
      if ('failed' in answer) {
        const brief = await local.write(request, run);
        return { ...brief, why: [...brief.why, fallbackText(model, answer.failed)] };
      }
      const reading = withModelReading(rules, readingFrom(answer.value), presets);
      const tools = { presets, now: now(), router, assembler };
      return composeBrief(request, reading, tools, copyFrom(answer.value, model));
    },
  };
}
