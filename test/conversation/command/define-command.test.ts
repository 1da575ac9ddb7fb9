import { describe, expect, it } from 'vitest';
import { type CommandContext, defineCommand } from '../../../src/conversation/command/define-command.ts';
import { textReply } from '../../../src/conversation/command/text-reply.ts';

const said = { ko: '설명', en: 'description' };

const command = defineCommand({
  name: 'try',
  order: 1,
  ko: '시험',
  description: said,
  audience: 'everyone',
  options: {
    text: { kind: 'text', ko: '글', description: said, max: 10, required: true },
    count: { kind: 'number', ko: '수', description: said, min: 1, max: 4, integer: true },
    use: { kind: 'choice', ko: '쓰임', description: said, choices: [{ value: 'a', title: said }] },
    photo: { kind: 'photos', ko: '사진', description: said, max: 1 },
    loud: { kind: 'flag', ko: '크게', description: said },
  },
  async run(values) {
    return { kind: 'reply', reply: textReply('ko', JSON.stringify(values)) };
  },
});

const context = {} as CommandContext;
const photo = { sha256: 'a'.repeat(64) };

describe('defineCommand', () => {
  it('hands over what was given, and leaves out what was not', async () => {
    const answer = await command.run(
      { text: '안녕', count: 2, use: 'a', photo: [photo], loud: true },
      context,
    );
    expect(answer).toMatchObject({ reply: { title: expect.stringContaining('"count":2') } });
    await command.run({ text: 'x', count: undefined }, context);
  });

  it.each([
    [{}, 'option-missing'],
    [{ text: '' }, 'option-missing'],
    [{ text: 'x', count: 5 }, 'option-value'],
    [{ text: 'x', count: 1.5 }, 'option-value'],
    [{ text: 'x', count: Number.NaN }, 'option-value'],
    [{ text: 'x', use: 'b' }, 'option-value'],
    [{ text: 'x', photo: [photo, photo] }, 'too-many-photos'],
    [{ text: 'x', photo: 'file.png' }, 'option-value'],
    [{ text: 'x', loud: 'yes' }, 'option-value'],
    [{ text: 3 }, 'option-value'],
  ])('refuses %j with %s', async (values, code) => {
    await expect(command.run(values, context)).rejects.toMatchObject({ code });
  });
});
