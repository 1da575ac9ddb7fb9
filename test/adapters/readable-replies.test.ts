import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/ad/locale.ts';
import { renderReply as forDiscord } from '../../src/adapters/discord/render-reply.ts';
import { renderReply as forSlack } from '../../src/adapters/slack/render-reply.ts';
import { renderReply as forTerminal } from '../../src/adapters/terminal/render-reply.ts';
import { ACTION_LABELS, actionId } from '../../src/conversation/actions.ts';
import type { OptionValues } from '../../src/conversation/command/option.ts';
import { describeJob } from '../../src/conversation/describe-job.ts';
import { filesOf, type Reply } from '../../src/jobs/delivery/reply.ts';
import { smallVocabulary } from '../conversation/command/small-vocabulary.ts';
import { type ConversationDesk, inboundEvent, openConversation } from '../conversation/open-conversation.ts';
import { closeDesk } from '../jobs/desk.ts';
import { flattened, type MessageBody } from './discord/fake/rules.ts';

let desk: ConversationDesk;
const replies: { readonly what: string; readonly reply: Reply }[] = [];

/** Every command, with all that it can be asked. */
const ASKED: readonly (readonly [command: string, values: OptionValues])[] = [
  ['help', {}],
  ['queue', {}],
  ['history', {}],
  ['brand', {}],
  ['brand', { name: '달빛 카페', colours: '#e8486f' }],
  ['make', { text: '' }],
  ['show', { job: 'zzzzzz' }],
];

beforeAll(async () => {
  desk = await openConversation();
  for (const locale of ['ko', 'en'] as const) await collect(locale);
}, 120_000);
afterAll(() => closeDesk(desk));

async function collect(locale: Locale): Promise<void> {
  const { conversation } = desk;
  const event = () => inboundEvent({ locale, admin: true });
  const say = async (command: string, values: OptionValues): Promise<void> => {
    const answer = await conversation.runCommand(command, values, event());
    if (answer.kind === 'reply') replies.push({ what: `${locale} ${command}`, reply: answer.reply });
  };
  const made = await conversation.runCommand('make', { text: '카페 신메뉴 딸기라떼', variants: 2 }, event());
  if (made.kind !== 'job') throw new Error('No ad was ordered');
  const job = await desk.until(made.job.id, ({ state }) => state === 'made' || state === 'delivered');
  for (const [command, values] of ASKED) await say(command, values);
  for (const asked of [{}, { recipe: true }, { prompt: true }]) await say('show', { job: job.id, ...asked });
  const why = await conversation.performAction(job.id, { kind: 'why' }, event());
  if (why.kind === 'reply') replies.push({ what: `${locale} why`, reply: why.reply });
  const calm = { stopping: false };
  const nodes = [
    { node: 'PromptProcessorNode', state: 'done' as const },
    { node: 'Text2ImageNode', state: 'running' as const },
    { node: 'SaveImageNode', state: 'waiting' as const },
  ];
  const progress = {
    fraction: 0.4,
    node: 'Text2ImageNode',
    step: { done: 3, of: 9 },
    pictures: { done: 0, of: 2 },
    nodes,
  };
  const standing = { ...calm, queuePosition: { position: 3, readyIn: 42_000 } };
  const told = (what: string, reply: Reply): void => void replies.push({ what: `${locale} ${what}`, reply });
  told('queued', describeJob({ ...job, state: 'queued', pictures: [] }, standing, smallVocabulary));
  told(
    'running',
    describeJob({ ...job, state: 'running', pictures: [] }, { ...calm, progress }, smallVocabulary),
  );
  for (const state of ['failed', 'cancelled'] as const)
    told(state, describeJob({ ...job, state, pictures: [] }, calm, smallVocabulary));
  told('removed', describeJob({ ...job, removed: true }, calm, smallVocabulary));
  const done = describeJob(job, calm, smallVocabulary);
  told('done', done);
  const [picture] = done.pictures;
  if (picture === undefined) throw new Error('There is no picture');
  const loops = [{ ...picture, name: `${picture.name}-motion`, alt: `움직이는 그림. ${picture.alt}` }];
  const { emoji, title } = ACTION_LABELS.pick;
  const pick = {
    id: actionId(job.id, { kind: 'pick', photo: 0, pick: 2 }),
    label: title[locale],
    emoji,
    tone: 'plain' as const,
  };
  told('done with more', {
    ...done,
    warnings: ['사진이 작아서 조금 흐려요.'],
    pictures: [{ ...picture, loops }],
    choice: {
      text: '사진에서 2개를 찾았어요.',
      strip: { ...picture, name: 'things', alt: '사진에서 찾은 것: 컵, 접시' },
      actions: [pick],
    },
  });
}

/** What is understood without being seen: letters or digits, not signs alone. */
const SAYS = /[\p{L}\p{N}]{2}/u;

/** All that a reply tells, piece by piece. */
function toldBy(reply: Reply): readonly string[] {
  const { title, text = '', warnings, choice, entries, facts, reasoning, stage } = reply;
  const why = stage === 'notice' ? reasoning?.long : [reasoning?.reading, reasoning?.short];
  return [
    title,
    ...text.split('\n'),
    ...(why ?? []),
    ...warnings,
    ...(choice === undefined ? [] : choice.text.split('\n')),
    ...entries.flatMap((entry) => [entry.title, entry.text]),
    ...facts.map(({ value }) => value),
  ].flatMap((piece) => (piece === undefined || piece.trim() === '' ? [] : [piece]));
}

/** As read: without signs of markup and without spaces. */
const bare = (text: string): string => text.replaceAll(/[\\*`_\s]|^-#|&(?:amp|lt|gt);/gmu, '');

const missing = (reply: Reply, shown: string): readonly string[] =>
  toldBy(reply).filter((piece) => !bare(shown).includes(bare(piece).slice(0, 200)));

describe('every reply, for who does not see it', () => {
  it('comes from all stages of a job and all commands', () => {
    const stages = new Set(replies.map(({ reply }) => reply.stage));
    expect([...stages].sort()).toEqual([
      'cancelled',
      'done',
      'failed',
      'notice',
      'queued',
      'removed',
      'running',
    ]);
    expect(replies.length).toBeGreaterThan(30);
  });

  it('on Discord is told in words: pictures by their descriptions, buttons and menus by their labels', async () => {
    for (const { what, reply } of replies) {
      const { body, files } = await forDiscord(reply, { limit: 10 * 2 ** 20 });
      const message: MessageBody = JSON.parse(JSON.stringify(body));
      const parts = flattened(message.components);
      for (const { content, type, label = '', items = [] } of parts) {
        for (const line of content?.split('\n').filter((each) => each.trim() !== '') ?? [])
          expect(line, what).toMatch(/[\p{L}\p{N}]/u);
        if (type === 2) expect(label, what).toMatch(SAYS);
        for (const { description = '' } of items) expect(description, what).toMatch(SAYS);
      }
      for (const { description = '' } of message.attachments ?? []) expect(description, what).toMatch(SAYS);
      for (const menu of JSON.stringify(body).matchAll(/"placeholder":"([^"]*)"/g))
        expect(menu[1], what).toMatch(SAYS);
      const documents = files.filter(({ contentType = '' }) => !contentType.startsWith('image/'));
      const shown = [
        ...parts.map(({ content = '' }) => content),
        ...documents.map(({ data }) => data.toString()),
      ];
      expect(missing(reply, shown.join('\n')), what).toEqual([]);
      const labels = parts.flatMap(({ type, label = '' }) => (type === 2 ? [label] : []));
      expect(new Set(labels).size, `${what}: ${labels}`).toBe(labels.length);
    }
  });

  it('on Slack stands whole in the text that is read aloud, with what its pictures show', () => {
    for (const { what, reply } of replies) {
      const files = Object.fromEntries(filesOf(reply).map(({ name }) => [name, 'F1']));
      const { text, blocks } = forSlack(reply, { files });
      expect(missing(reply, text), what).toEqual([]);
      for (const { alt } of filesOf(reply)) expect(bare(text), what).toContain(bare(alt));
      if (reply.progress !== undefined) expect(text, what).toMatch(/^\d+%$/m);
      const spoken: string[] = [];
      for (const element of elementsOf(blocks)) {
        if (element.type === 'image') expect(String(element.alt_text), what).toMatch(SAYS);
        if (element.type === 'button') {
          expect(String(element.accessibility_label), what).toMatch(SAYS);
          expect(textIn(element.text), what).toMatch(SAYS);
          spoken.push(String(element.accessibility_label));
        }
        if (element.type === 'static_select') expect(textIn(element.placeholder), what).toMatch(SAYS);
      }
      expect(new Set(spoken).size, `${what}: ${spoken}`).toBe(spoken.length);
    }
  });

  it('in the terminal has its pictures in words, too', () => {
    for (const { what, reply } of replies) {
      const text = forTerminal(reply, 1);
      expect(missing(reply, text), what).toEqual([]);
      for (const { alt } of reply.pictures) expect(bare(text), what).toContain(bare(alt));
    }
  });
});

type Part = Readonly<Record<string, unknown>>;

/** Everything in a message that has a type. */
function elementsOf(value: unknown): readonly Part[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(elementsOf);
  return 'type' in value ? [{ ...value }, ...inside] : inside;
}

function textIn(value: unknown): string {
  return typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : '';
}
