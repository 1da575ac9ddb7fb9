import type { Brief } from '../../ad/brief.ts';
import type { ReplyIntent } from '../../ad/reply-intent.ts';
import type { AdRequest } from '../../ad/request.ts';
import type { Statement } from '../../ad/statement.ts';
import type { Presets } from '../../presets/presets.ts';
import { shorten } from '../../text/shorten.ts';
import { PromptAssembler } from '../prompt/prompt-assembler.ts';
import { StyleRouter } from '../prompt/style-router.ts';
import { type ModelReading, withModelReading } from '../reading/model-reading.ts';
import { readRequest } from '../reading/read-request.ts';
import { replyIntent } from '../reading/reply-intent.ts';
import { buildVocabulary, type Vocabulary } from '../reading/vocabulary.ts';
import { composeBrief } from './compose-brief.ts';
import type { ProposedCopy } from './proposed-copy.ts';

/** What a language model says of a request: what it read in it, and where its words stand. It may say anything. */
export interface ModelAnswer {
  readonly reading: ModelReading;
  readonly copy: ProposedCopy;
}

/** Reads requests by a lexicon and rules, and composes what their ads say and show. All of it is plain data. */
export interface RuleWriter {
  /**
   * Readies what the first request would wait for: patterns are compiled when they are first needed.
   *
   * @param text of that request; absent = of any, in either language, which takes twice as long
   */
  prepare(text?: string): Promise<void>;
  /** All that a request's text says, in order. */
  statementsOf(text: string): Promise<readonly Statement[]>;
  /** What somebody wants who answers an ad. @param shown that ad's request; absent = they answer something else */
  intentOf(text: string, shown?: string): Promise<ReplyIntent>;
  /**
   * @param told what a model says of it besides; absent = by rules alone
   * @throws UserError `copy-forbidden`
   */
  briefOf(request: AdRequest, told?: ModelAnswer): Promise<Brief>;
}

export interface RuleWriterParts {
  readonly presets: Presets;
  /** For words that mean another day every year: '명절', '이번 계절'. */
  readonly now: () => Date;
  /** Of the image model's own tokenizer; by default an upper estimate. */
  readonly countTokens?: (text: string) => number;
}

/** A text of each language that people write in most. */
const SAMPLES = ['카페 딸기라떼 6,500원, 월요일 휴무', 'Latte $5, 10% off on Fridays, closed Mondays'];

/** Characters of a request that are read beforehand: its text has not been checked yet. */
const ENOUGH = 400;

/**
 * Reads and writes in this thread: some 2 ms a request, and up to 0.3 s for the first of its language, whose patterns are
 * compiled.
 */
export function createRuleWriter({ presets, now, countTokens }: RuleWriterParts): RuleWriter {
  const router = new StyleRouter(presets.styles);
  const assembler = new PromptAssembler(router, countTokens);
  let built: Vocabulary | undefined;
  const vocabularyOf = (): Vocabulary => {
    built ??= buildVocabulary(presets);
    return built;
  };
  return {
    async prepare(text) {
      for (const sample of text === undefined ? SAMPLES : [shorten(text, ENOUGH)])
        readRequest(sample, vocabularyOf());
    },
    async statementsOf(text) {
      return readRequest(text, vocabularyOf()).statements;
    },
    async intentOf(text, shown) {
      return replyIntent(shorten(text, ENOUGH), shown, vocabularyOf());
    },
    async briefOf(request, told) {
      const rules = readRequest(request.text, vocabularyOf());
      const reading = told === undefined ? rules : withModelReading(rules, told.reading, presets);
      return composeBrief(request, reading, { presets, now: now(), router, assembler }, told?.copy);
    },
  };
}
