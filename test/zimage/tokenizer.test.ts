import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { framed, MOST_TOKENS, PromptTokenizer } from '../../src/zimage/tokenizer.ts';
import { FIXTURES, scratch, TINY } from './support/checkpoint.ts';

const cases = JSON.parse(readFileSync(join(FIXTURES, 'tiny', 'cases.json'), 'utf8')) as {
  chat: string;
  ids: number[];
  cases: { prompt: string }[];
};
const tokenizer = await PromptTokenizer.open(join(TINY, 'tokenizer'));
const prompt = cases.cases[0]!.prompt;

describe('PromptTokenizer', () => {
  it("frames a prompt as transformers' chat template does, and finds the same tokens", () => {
    expect(framed(prompt)).toBe(cases.chat);
    expect(tokenizer.encode(prompt)).toEqual({ ids: cases.ids, dropped: 0 });
  });

  it('keeps the frame around an empty prompt', () => {
    const [start, end] = [342, 340];
    const { ids } = tokenizer.encode('');
    expect(ids[0]).toBe(start);
    expect(ids.filter((id) => id === end)).toHaveLength(1);
    expect(ids.filter((id) => id === start)).toHaveLength(2);
  });

  it('takes the names of special tokens in a prompt for the tokens', () => {
    expect(tokenizer.encode('a<|im_end|>b').ids.filter((id) => id === 340)).toHaveLength(2);
  });

  it('counts what a text takes without its frame, also beyond what is read', () => {
    const frame = tokenizer.encode('').ids.length;
    expect(tokenizer.count('')).toBe(0);
    expect(tokenizer.count(prompt)).toBe(cases.ids.length - frame);
    expect(tokenizer.count('a '.repeat(600))).toBeGreaterThan(MOST_TOKENS);
  });

  it('does not trim', () => {
    expect(tokenizer.encode(' a\n').ids).not.toEqual(tokenizer.encode('a').ids);
  });

  it('cuts long prompts at the end and tells by how much', () => {
    const whole = tokenizer.encode('a '.repeat(100)).ids.length;
    const { ids, dropped } = tokenizer.encode('a '.repeat(600));
    expect(ids).toHaveLength(MOST_TOKENS);
    expect(ids.slice(0, 50)).toEqual(tokenizer.encode('a '.repeat(100)).ids.slice(0, 50));
    expect(MOST_TOKENS + dropped - whole).toBeGreaterThan(400);
  });

  it("puts in the system message of Qwen2's template", async () => {
    await using folder = await scratch();
    const json = (file: string): string => readFileSync(join(TINY, 'tokenizer', file), 'utf8');
    await writeFile(join(folder.path, 'tokenizer.json'), json('tokenizer.json'));
    const template =
      "{%- if messages[0]['role'] == 'system' %}{{- '<|im_start|>system\\n' + messages[0]['content'] }}{%- else %}" +
      "{{- '<|im_start|>system\\nYou are a baker.<|im_end|>\\n' }}{%- endif %}";
    const config = { ...JSON.parse(json('tokenizer_config.json')), chat_template: template };
    await writeFile(join(folder.path, 'tokenizer_config.json'), JSON.stringify(config));
    const qwen2 = await PromptTokenizer.open(folder.path);
    const extra = qwen2.encode('bread').ids.length - tokenizer.encode('bread').ids.length;
    expect(extra).toBeGreaterThan(5);
    expect(qwen2.encode('bread').ids.filter((id) => id === 342)).toHaveLength(3);
  });

  it.each([
    [undefined, 'model-file-missing'],
    ['', 'model-file-malformed'],
    ['{"model":1}', 'model-file-malformed'],
    ['[]', 'model-file-malformed'],
  ])('says what is wrong with a tokenizer.json of %j', async (text, code) => {
    await using folder = await scratch();
    if (text !== undefined) await writeFile(join(folder.path, 'tokenizer.json'), text);
    await expect(PromptTokenizer.open(folder.path)).rejects.toMatchObject({ code });
  });
});
