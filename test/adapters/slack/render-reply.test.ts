import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdown, plainText, truncate } from '../../../src/adapters/slack/markdown.ts';
import { renderReply } from '../../../src/adapters/slack/render-reply.ts';
import { actionId } from '../../../src/conversation/actions.ts';
import { MAX_CHOICE_ACTIONS, type Reply, type ReplyChoice } from '../../../src/jobs/delivery/reply.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';
import { plainReply } from '../../jobs/recorder.ts';
import { wrongBlocks } from './fake/block-rules.ts';
import { textOf } from './with-bot.ts';

const words = (least: number, most: number) =>
  fc.string({ unit: 'grapheme', minLength: least, maxLength: most });

const choiceOf = ({
  text,
  alt,
  labels,
}: {
  text: string;
  alt: string;
  labels: readonly string[];
}): ReplyChoice => ({
  text,
  strip: { name: '7k3f9q-things', path: 'b.png', alt, width: 776, height: 268 },
  actions: labels.map((label, i) => ({
    id: actionId('7k3f9q', { kind: 'pick', photo: Math.floor(i / 5), pick: i % 5 }),
    label,
    emoji: '👉',
    tone: 'plain',
  })),
});

const reply: fc.Arbitrary<Reply> = fc
  .record({
    stage: fc.constantFrom<Reply['stage']>('queued', 'running', 'done', 'failed', 'notice'),
    locale: fc.constantFrom('ko' as const, 'en' as const),
    title: words(1, 200),
    text: words(0, 9000),
    progress: fc.record({
      fraction: fc.double({ min: 0, max: 1, noNaN: true }),
      steps: fc.array(
        fc.record({
          title: words(1, 300),
          state: fc.constantFrom('waiting' as const, 'running' as const, 'done' as const),
        }),
        { maxLength: 30 },
      ),
    }),
    pictures: fc.array(
      fc.record({
        name: fc.constant('7k3f9q.1'),
        path: fc.constant('a.png'),
        alt: words(1, 3000),
        width: fc.nat(),
        height: fc.nat(),
      }),
      { maxLength: 8 },
    ),
    long: fc.array(words(1, 400), { maxLength: 12 }),
    warnings: fc.array(words(1, 3000), { maxLength: 4 }),
    facts: fc.array(fc.record({ name: words(1, 20), value: words(0, 3000) }), { maxLength: 14 }),
    entries: fc.array(fc.record({ title: words(0, 60), text: words(0, 4000), job: fc.constant('7k3f9q') }), {
      maxLength: 60,
    }),
    labels: fc.array(words(1, 120), { maxLength: 30 }),
    offered: fc.option(
      fc.record({
        text: words(1, 3000),
        alt: words(1, 3000),
        labels: fc.array(words(1, 120), { maxLength: MAX_CHOICE_ACTIONS }),
      }),
    ),
  })
  .map(({ long, labels, offered, ...rest }) => ({
    ...plainReply(rest),
    ...(offered === null ? {} : { choice: choiceOf(offered) }),
    reasoning: { short: long[0] ?? '', long },
    actions: [
      ...labels.map((label, picture) => ({
        id: actionId('7k3f9q', { kind: 'sizes', picture }),
        label,
        emoji: '📐',
        tone: 'plain' as const,
      })),
      ...catalogue.styles.names.map((style) => ({
        id: actionId('7k3f9q', { kind: 'style', style }),
        label: style,
        emoji: '🎨',
        tone: 'plain' as const,
        group: 'style',
      })),
    ],
  }));

describe('a reply as a message', () => {
  it('keeps within what Slack takes, whatever it says', () => {
    fc.assert(
      fc.property(reply, fc.boolean(), (said, plans) => {
        const { blocks, text } = renderReply(said, {
          files: { '7k3f9q.1': 'F1', '7k3f9q-things': 'F2' },
          plans,
        });
        expect(wrongBlocks(blocks, 'message')).toEqual([]);
        expect(text.length).toBeLessThanOrEqual(4000);
        expect(text).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });

  it('shows what else is in a photo, and under it the buttons that choose', () => {
    const choice = choiceOf({
      text: '사진에서 2개를 찾았어요.',
      alt: '1 왼쪽, 2 오른쪽',
      labels: ['1번', '2번'],
    });
    const { blocks } = renderReply(plainReply({ stage: 'done', title: '완성', choice }), {
      files: { '7k3f9q-things': 'F2' },
    });
    expect(wrongBlocks(blocks, 'message')).toEqual([]);
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'context', 'image', 'actions']);
    expect(JSON.stringify(blocks.at(-1))).toMatch(/pick\/0\/1/);
  });

  it('mentions nobody and links nowhere, whatever people have written', () => {
    const evil = '<!channel> <@U0BOSS> <https://evil.example|free>';
    const { blocks, text } = renderReply(plainReply({ title: evil, text: evil, stage: 'failed' }));
    expect(text).not.toMatch(/<[!@h]/);
    const marked = JSON.stringify(blocks.filter((block) => JSON.stringify(block).includes('mrkdwn')));
    expect(marked).not.toMatch(/<[!@h]/);
    expect(textOf(blocks)).toContain(evil);
  });
});

describe('what people write', () => {
  it.each([
    ['a &amp;amp; b', 'a &amp; b'],
    ['<mailto:a@b.kr|a@b.kr>', 'a@b.kr'],
    ['<https://shop.kr>', 'https://shop.kr'],
    ['안녕 <@U123> <!here> <#C1|카페>', '안녕 #카페'],
    ['10:30:20 오픈', '10:30:20 오픈'],
    [':coffee: 커피 :wave::skin-tone-2: 안녕', '커피 안녕'],
  ])('%s is read as %s', (written, read) => {
    expect(plainText(written)).toBe(read);
  });

  it.each([
    ['**1+1** <!here> & [x](y)', '\\*\\*1+1\\*\\* &lt;!here&gt; &amp; \\[x\\](y)'],
    ['1. 가운데가 비어 있어요.', '1\\. 가운데가 비어 있어요.'],
    ['- 5,500원 #봄 `세일`', '\\- 5,500원 \\#봄 \\`세일\\`'],
  ])('%s stands in Markdown as %s', (written, escaped) => {
    expect(markdown(written)).toBe(escaped);
  });

  it('is cut between characters', () => {
    expect(truncate('가🍓나', 3)).toBe('가…');
    expect(truncate('가나다', 3)).toBe('가나다');
  });
});
