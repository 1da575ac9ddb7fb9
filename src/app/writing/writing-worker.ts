import type { AdRequest } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import { SingleFlight } from '../../collections/single-flight.ts';
import { NOTHING, servingTasks } from '../../workers/serve-tasks.ts';
import { createRuleWriter, type ModelAnswer, type RuleWriter } from '../../writing/brief/rule-writer.ts';
import { loadShopData } from './shop-data.ts';

/** What a thread writes with. */
export interface WritingSource {
  readonly dataFolder: string;
  /** Of the image model; absent = tokens are estimated. */
  readonly tokenizerFolder?: string;
}

const opening = new SingleFlight<string, RuleWriter>();

const writerOf = (source: WritingSource): Promise<RuleWriter> =>
  opening.run(JSON.stringify(source), async () => {
    const { presets } = await loadShopData(source.dataFolder);
    return createRuleWriter({
      presets,
      now: () => new Date(),
      ...defined({ countTokens: await tokenCounter(source.tokenizerFolder) }),
    });
  });

async function tokenCounter(folder: string | undefined): Promise<((text: string) => number) | undefined> {
  if (folder === undefined) return undefined;
  const { PromptTokenizer } = await import('../../zimage/tokenizer.ts');
  const tokenizer = await PromptTokenizer.open(folder);
  return (text) => tokenizer.count(text);
}

/** All that the thread can do. */
export const writingTasks = {
  [NOTHING]: async () => {},
  prepare: async ({ source, text }: { readonly source: WritingSource; readonly text?: string }) =>
    (await writerOf(source)).prepare(text),
  statements: async ({ source, text }: { readonly source: WritingSource; readonly text: string }) =>
    (await writerOf(source)).statementsOf(text),
  intent: async ({ source, text, shown }: IntentCall) => (await writerOf(source)).intentOf(text, shown),
  brief: async ({ source, request, told }: BriefCall) => (await writerOf(source)).briefOf(request, told),
} as const;

interface IntentCall {
  readonly source: WritingSource;
  readonly text: string;
  readonly shown?: string;
}

interface BriefCall {
  readonly source: WritingSource;
  readonly request: AdRequest;
  readonly told?: ModelAnswer;
}

/** The door of the thread that reads requests and composes what their ads say. */
export default servingTasks(writingTasks);
