import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReply as forDiscord } from '../../src/adapters/discord/render-reply.ts';
import { renderReply as forSlack } from '../../src/adapters/slack/render-reply.ts';
import { renderReply as forTerminal } from '../../src/adapters/terminal/render-reply.ts';
import { defined } from '../../src/collections/defined.ts';
import { textReply } from '../../src/conversation/command/text-reply.ts';
import { type MessageParams, messages, type UserErrorCode } from '../../src/errors/messages.ts';
import { say } from '../../src/errors/say.ts';
import { UserError } from '../../src/errors/user-error.ts';
import type { Reply } from '../../src/jobs/delivery/reply.ts';
import { plainReply } from '../jobs/recorder.ts';
import { ALPHABETS } from '../text/alphabets.ts';
import { type MessageBody, messageFaults } from './discord/fake/rules.ts';
import { wrongBlocks } from './slack/fake/block-rules.ts';

const LIMIT = 10 * 2 ** 20;

/** The beginnings of a megabyte of each. */
const BEGINNINGS = ALPHABETS.map(([, make]) => make().slice(0, 20_000));

/** Texts of all kinds and lengths, most of them unkind. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .tuple(fc.constantFrom(...BEGINNINGS), fc.constantFrom(30, 300, 4_000, 20_000))
    .map(([text, length]) => text.slice(0, length)),
);

/** What the messages call their lists, their sentences in both languages, and their numbers. */
const LISTS = ['known', 'nearest', 'problems', 'modules'];
const NUMBERS = [
  'length',
  'most',
  'wait',
  'status',
  'count',
  'picture',
  'times',
  'code',
  'port',
  'more',
  'least',
];

/** Every parameter of every message, all filled with such texts. */
function paramsOf(texts: readonly string[]): object {
  const text = (index: number): string => texts[index % texts.length] ?? '';
  const names = Object.values(messages).flatMap(({ ko }) =>
    [...(/\{([^}]*)\}/.exec(String(ko))?.[1] ?? '').matchAll(/\w+/g)].map(([name]) => name),
  );
  const said = { ko: text(0), en: text(1) };
  const values = [...new Set(names)].map((name, index): [string, unknown] => {
    if (LISTS.includes(name)) return [name, texts];
    if (NUMBERS.includes(name)) return [name, 1e9];
    return [
      name,
      name === 'rights' ? texts.map(() => said) : ['why', 'cure'].includes(name) ? said : text(index),
    ];
  });
  return Object.fromEntries(values);
}

async function faultsOf(reply: Reply): Promise<readonly string[]> {
  const { body, files } = await forDiscord(reply, { limit: LIMIT, mention: '12345678901234567' });
  const sent = new Map(files.map(({ name, data }) => [name, new Uint8Array(data)]));
  const message: MessageBody = JSON.parse(JSON.stringify(body));
  const { blocks, text } = forSlack(reply);
  return [
    ...messageFaults(message, sent, LIMIT).map((fault) => `Discord: ${fault}`),
    ...wrongBlocks(JSON.parse(JSON.stringify(blocks)), 'message').map((fault) => `Slack: ${fault}`),
    ...(text.length > 4_000 ? ['Slack: a text of more than 4000 units'] : []),
    ...(STEERS.test(forTerminal(reply, 3).replaceAll('\n', '')) ? ['terminal: it steers'] : []),
  ];
}

const STEERS = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

describe('whatever is repeated in an answer', () => {
  it.each(Object.keys(messages) as UserErrorCode[])('of %s fits every platform', async (code) => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 70 }), async (texts) => {
        for (const locale of ['ko', 'en'] as const) {
          const error = new UserError(code, paramsOf(texts) as MessageParams<typeof code>);
          const sentence = say(error, locale);
          expect(sentence.length).toBeLessThan(4_000);
          expect(sentence.replaceAll('\n', '')).not.toMatch(STEERS);
          expect(await faultsOf(textReply(locale, sentence))).toEqual([]);
        }
      }),
      { numRuns: 6 },
    );
  });

  it('fits as a list, as facts, as reasons and as warnings, all at once', async () => {
    const row = fc.record({ title: hostile, text: hostile, name: hostile, value: hostile });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.boolean(), hostile, async (rows, jobs, text) => {
        const reply = plainReply({
          title: `${text.slice(0, 500)}.`,
          text,
          reasoning: { short: text, long: rows.map((each) => each.text) },
          warnings: rows.map((each) => each.title),
          facts: rows.map(({ name, value }) => ({ name: `${name}.`, value: `${value}.` })),
          entries: rows.map((each, index) => ({
            title: `${each.title}.`,
            text: each.text,
            ...defined({ job: jobs ? `job00${index % 10}` : undefined }),
          })),
        });
        expect(await faultsOf(reply)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
