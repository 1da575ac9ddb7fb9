import { ConsecutiveBreaker, circuitBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';
import type OpenAI from 'openai';
import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { ChatCompletionContentPart } from 'openai/resources/chat/completions';
import type * as z from 'zod';
import { exponentialBackoff } from '../../resilience/backoff.ts';
import { withRetry } from '../../resilience/with-retry.ts';
import {
  ANSWER_FORMATS,
  type AnswerFormat,
  readAnswer,
  responseFormat,
  schemaInWords,
} from './answer-format.ts';
import type { Ledger, Usage } from './ledger.ts';
import { ModelFailure } from './model-failure.ts';

/** What may be spent on models. */
export interface ModelClientOptions {
  /** Whether the server is OpenAI's own, and not another that speaks its protocol. */
  readonly isOpenAi: boolean;
  readonly ledger: Ledger;
  /** Tokens a day, input and output together. */
  readonly dailyTokens: number;
  /** Milliseconds for one question, all its attempts together. */
  readonly timeout?: number;
}

/** One question to a model. */
export interface Question<T> {
  readonly model: string;
  /** What is asked, for the server's logs and the report: letters, digits, `_`. */
  readonly name: string;
  readonly instructions: string;
  /** The material: what people wrote is data, never instructions. */
  readonly material: string;
  /** JPEG files, already small and without metadata. */
  readonly images?: readonly Uint8Array[];
  readonly schema: z.ZodType<T>;
  /** Longest answer in tokens. */
  readonly maxTokens: number;
  readonly signal: AbortSignal;
}

interface Answer<T> {
  readonly value: T;
  /** All attempts together. */
  readonly usage: Usage;
}

/** Asks models; every trouble ends in a ModelFailure within the timeout. */
export interface ModelClient {
  /** @throws ModelFailure, or the signal's reason when the signal fires */
  ask<T>(question: Question<T>): Promise<Answer<T>>;
}

const TIMEOUT = 20_000;

/** Attempts for one question; a server that names its own pause between two is obeyed. */
const ATTEMPTS = 3;
const BACKOFF = exponentialBackoff({ initial: 600, jitter: 1 / 3 });

/** So many failures in a row, and the server is left alone for so many milliseconds. */
const FAILURES_IN_A_ROW = 4;
const REST = 60_000;

export function createModelClient(openai: OpenAI, options: ModelClientOptions): ModelClient {
  const breaker = circuitBreaker(handleWhen(isTrouble), {
    halfOpenAfter: REST,
    breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW),
  });
  /** The strictest way of asking that the server has not refused yet. */
  let format: AnswerFormat = ANSWER_FORMATS[0];

  async function attempt<T>({ question, signal, spend }: Attempt<T>): Promise<T> {
    const asked = format;
    const completion = await openai.chat.completions.create(
      {
        model: question.model,
        ...lengthLimit(options.isOpenAi, question.maxTokens),
        messages: [
          { role: 'system', content: question.instructions + schemaInWords(asked, question.schema) },
          { role: 'user', content: contentOf(question) },
        ],
        ...responseFormat(asked, question.name, question.schema),
      },
      { signal },
    );
    const usage = {
      inputTokens: tokensOf(completion.usage?.prompt_tokens),
      outputTokens: tokensOf(completion.usage?.completion_tokens),
    };
    await spend(usage);
    const [choice] = completion.choices ?? [];
    if (choice?.message?.refusal || choice?.finish_reason === 'content_filter')
      throw new ModelFailure('refused');
    // An answer that was cut short may still be mended to JSON, with half of its words.
    if (choice?.finish_reason === 'length') throw new ModelFailure('unusable');
    const value = readAnswer(choice?.message?.content ?? '', question.schema);
    if (value === undefined) throw new ModelFailure('unusable');
    return value;
  }

  /** One attempt; where the server does not know the way of asking, the next looser one is taken from then on. */
  async function attemptLoosening<T>(one: Attempt<T>): Promise<T> {
    for (;;) {
      const asked = format;
      try {
        return await attempt(one);
      } catch (error) {
        // That somebody no longer wants the answer is no trouble of the server's.
        one.question.signal.throwIfAborted();
        if (one.signal.aborted) throw new ModelFailure('slow', { cause: error });
        const looser = ANSWER_FORMATS[ANSWER_FORMATS.indexOf(asked) + 1];
        const refused = error instanceof APIError && error.status === 400;
        if (!refused || looser === undefined) throw error;
        if (format === asked) format = looser;
      }
    }
  }

  return {
    async ask(question) {
      question.signal.throwIfAborted();
      if ((await options.ledger.spent()) >= options.dailyTokens) throw new ModelFailure('budget');
      const timeout = AbortSignal.timeout(options.timeout ?? TIMEOUT);
      const signal = AbortSignal.any([question.signal, timeout]);
      let usage: Usage | undefined;
      const spend = async (more: Usage): Promise<void> => {
        usage = sumOf(usage, more);
        await options.ledger.add(more);
      };
      let failure: ModelFailure | undefined;
      const attemptOnce = async () => {
        try {
          return await breaker.execute(() => attemptLoosening({ question, signal, spend }));
        } catch (error) {
          const last = failureOf(error);
          // Patience that ran out over a second attempt says less than what made it necessary.
          failure = last.reason === 'slow' && failure !== undefined ? failure : last;
          if (usage !== undefined) failure.usage = usage;
          throw error;
        }
      };
      try {
        const value = await withRetry(attemptOnce, {
          attempts: ATTEMPTS,
          backoff: BACKOFF,
          retryAfter,
          shouldRetry: (error) => failure !== undefined && isWorthRetrying(failure, error),
          signal,
        });
        return { value, usage: usage ?? NOTHING };
      } catch (error) {
        question.signal.throwIfAborted();
        throw failure ?? error;
      }
    },
  };
}

/** One attempt at a question. */
interface Attempt<T> {
  readonly question: Question<T>;
  readonly signal: AbortSignal;
  /** Told of what an answer took. */
  spend(usage: Usage): Promise<void>;
}

/** What no answer takes: a server that counts more, or something else than tokens, may not use up the day's budget. */
const MAX_TOKENS = 1_000_000;

const tokensOf = (count: unknown): number =>
  typeof count === 'number' && count > 0 ? Math.min(Math.round(count), MAX_TOKENS) : 0;

const NOTHING: Usage = { inputTokens: 0, outputTokens: 0 };

const sumOf = (a: Usage = NOTHING, b: Usage = NOTHING): Usage => ({
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
});

/** Tokens that models which think may spend before they answer. */
const THINKING = 4000;

/** OpenAI's newer models refuse the old name, and count their thinking; other servers know only that one. */
const lengthLimit = (isOpenAi: boolean, maxTokens: number) =>
  isOpenAi ? { max_completion_tokens: maxTokens + THINKING } : { max_tokens: maxTokens };

function contentOf({ material, images = [] }: Question<unknown>): ChatCompletionContentPart[] {
  return [
    { type: 'text', text: material },
    ...images.map((image) => ({
      type: 'image_url' as const,
      image_url: {
        url: `data:image/jpeg;base64,${Buffer.from(image).toString('base64')}`,
        detail: 'low' as const,
      },
    })),
  ];
}

/** What counts against the server: not a bad answer or a refusal, which another question may not get. */
function isTrouble(error: Error): boolean {
  const { reason } = failureOf(error);
  return reason === 'slow' || reason === 'busy' || reason === 'unreachable' || reason === 'unauthorised';
}

function failureOf(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (isBrokenCircuitError(error)) return new ModelFailure('resting');
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) {
    return new ModelFailure('slow', { cause: error });
  }
  if (error instanceof APIConnectionError) return new ModelFailure('unreachable', { cause: error });
  if (error instanceof APIError) {
    if (error.status === 401 || error.status === 403)
      return new ModelFailure('unauthorised', { cause: error });
    if (error.status === 429 || (error.status ?? 0) >= 500) return new ModelFailure('busy', { cause: error });
  }
  // What is left are bodies that are no JSON, and requests that the server does not take.
  return new ModelFailure('unusable', { cause: error });
}

function isWorthRetrying({ reason }: ModelFailure, error: unknown): boolean {
  if (reason === 'busy' || reason === 'unreachable') return true;
  // An answer that broke the schema may come out right the next time; a request that was not taken will not.
  return reason === 'unusable' && !(error instanceof APIError);
}

/** Seconds that a server names for its pause. */
function retryAfter(error: unknown): number | undefined {
  const named = error instanceof APIError ? Number(error.headers?.get('retry-after')) : Number.NaN;
  return named > 0 ? named : undefined;
}
