import { join } from 'node:path';
import type { Face } from '../../ad/face.ts';
import { defined } from '../../collections/defined.ts';
import type { Presets } from '../../presets/presets.ts';
import type { RenderPool } from '../../workers/render-pool.ts';
import type { RuleWriter } from '../../writing/brief/rule-writer.ts';
import type { LayoutAdvisor, Moderation, PromptWriter } from '../ports.ts';
import { openLedger } from './ledger.ts';
import { createModelAdvisor } from './model-advisor.ts';
import { createModelAsker } from './model-asker.ts';
import { createModelClient } from './model-client.ts';
import { createModelWriter } from './model-writer.ts';
import { createModeration } from './moderation.ts';
import { connect } from './server.ts';

/** The settings about models, by their environment variables. */
export interface ModelSettings {
  readonly OPENAI_BASE_URL?: string | undefined;
  readonly OPENAI_MODEL?: string | undefined;
  readonly OPENAI_VISION_MODEL?: string | undefined;
  readonly OPENAI_DAILY_TOKENS: number;
  /** US dollars for a million tokens, in and out. */
  readonly OPENAI_PRICES?: { readonly input: number; readonly output: number } | undefined;
  /** Seconds for one question, all attempts together. */
  readonly OPENAI_TIMEOUT: number;
  readonly DATA_DIR: string;
}

/** What the models stand on: the engines that need none. */
export interface ModelParts {
  readonly presets: Presets;
  readonly now: () => Date;
  readonly rules: RuleWriter;
  readonly pool: RenderPool;
  readonly faces: readonly Face[];
  readonly writer: PromptWriter;
  readonly advisor: LayoutAdvisor;
}

export interface ModelEngines {
  readonly writer: PromptWriter;
  readonly advisor: LayoutAdvisor;
  readonly moderation?: Moderation;
}

const MODEL = 'gpt-4.1-mini';

/** The engines that ask models, each with a local one behind it. Nothing is sent before the first question. */
export function openModels(apiKey: string, settings: ModelSettings, parts: ModelParts): ModelEngines {
  const { OPENAI_BASE_URL: baseUrl, OPENAI_PRICES: prices } = settings;
  const openai = connect({ apiKey, ...defined({ baseUrl }) });
  const model = settings.OPENAI_MODEL ?? MODEL;
  const isOpenAi = baseUrl === undefined;
  const client = createModelClient(openai, {
    isOpenAi,
    ledger: openLedger(join(settings.DATA_DIR, 'model-usage'), parts.now),
    dailyTokens: settings.OPENAI_DAILY_TOKENS,
    timeout: 1000 * settings.OPENAI_TIMEOUT,
  });
  const asker = createModelAsker(client, prices);
  const { presets, rules, pool, faces } = parts;
  return {
    writer: createModelWriter({
      asker,
      model,
      presets,
      rules,
      local: parts.writer,
    }),
    advisor: createModelAdvisor({
      asker,
      model: settings.OPENAI_VISION_MODEL ?? model,
      pool,
      faces,
      local: parts.advisor,
    }),
    // Other servers that speak the protocol have no moderation.
    ...defined({ moderation: isOpenAi ? createModeration(openai) : undefined }),
  };
}
