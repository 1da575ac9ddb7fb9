import { createRuleWriter, type RuleWriter, type RuleWriterParts } from '../../writing/brief/rule-writer.ts';
import type { PromptWriter } from '../ports.ts';

export interface PromptWriterParts extends RuleWriterParts {
  /** Who reads and composes by the same presets; in this thread when absent. */
  readonly rules?: RuleWriter;
}

/** The writer that needs no model. The same request on the same day is always answered the same. */
export function createPromptWriter(parts: PromptWriterParts): PromptWriter {
  const rules = parts.rules ?? createRuleWriter(parts);
  return {
    name: 'rules',
    edition: parts.presets.digest,
    lane: 'cpu',
    prepare(text) {
      // What goes wrong is told by the request that needs it.
      rules.prepare(text).catch(() => {});
    },
    async write(request, { signal }) {
      signal.throwIfAborted();
      const brief = await rules.briefOf(request);
      signal.throwIfAborted();
      return brief;
    },
  };
}
