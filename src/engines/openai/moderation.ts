import type OpenAI from 'openai';
import { UserError } from '../../errors/user-error.ts';
import type { Moderation } from '../ports.ts';

/** What no ad may be about; other flags, such as a little violence in words, are left to the word list. */
const REFUSED = [
  'sexual',
  'sexual/minors',
  'hate',
  'hate/threatening',
  'harassment/threatening',
  'illicit',
  'illicit/violent',
  'self-harm',
  'self-harm/intent',
  'self-harm/instructions',
  'violence/graphic',
] as const;

const WHY = {
  ko: '이런 내용의 광고는 만들 수 없어요.',
  en: 'Ads of this kind cannot be made.',
};

const MODEL = 'omni-moderation-latest';

/** Milliseconds; the word list has looked already. */
const PATIENCE = 2500;

/** After it did not answer, it is left alone for so many milliseconds. */
const REST = 60_000;

/**
 * Asks OpenAI's moderation about a text that the word list has let pass. Where it does not answer in time, or the server
 * has none, the word list's verdict stands.
 */
export function createModeration(openai: OpenAI): Moderation {
  let restsUntil = 0;
  return {
    async moderate(text, run) {
      if (performance.now() < restsUntil) return;
      const signal = AbortSignal.any([run.signal, AbortSignal.timeout(PATIENCE)]);
      const flags = await flagsOf(openai, text, signal).catch((): readonly string[] => {
        run.signal.throwIfAborted();
        restsUntil = performance.now() + REST;
        run.onNote?.({
          said: {
            ko: '내용 검사 서버가 답하지 않아 기본 목록으로만 살폈어요.',
            en: 'The moderation server did not answer, so the text was screened by the word list alone.',
          },
        });
        return [];
      });
      if (flags.length > 0) throw new UserError('content-refused', { why: WHY });
    },
  };
}

async function flagsOf(openai: OpenAI, text: string, signal: AbortSignal): Promise<readonly string[]> {
  const { results } = await openai.moderations.create({ model: MODEL, input: text }, { signal });
  return REFUSED.filter((name) => results.some(({ categories }) => categories[name] === true));
}
