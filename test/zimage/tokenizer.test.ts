import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { chatTemplate, checkVocabulary, MAX_TOKENS, PromptTokenizer } from '../../src/zimage/tokenizer.ts';
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
    expect(chatTemplate(prompt)).toBe(cases.chat);
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
    expect(tokenizer.count('a '.repeat(600))).toBeGreaterThan(MAX_TOKENS);
  });

  it('does not trim', () => {
    expect(tokenizer.encode(' a\n').ids).not.toEqual(tokenizer.encode('a').ids);
  });

  it('cuts long prompts at the end and tells by how much', () => {
    const whole = tokenizer.encode('a '.repeat(100)).ids.length;
    const { ids, dropped } = tokenizer.encode('a '.repeat(600));
    expect(ids).toHaveLength(MAX_TOKENS);
    expect(ids.slice(0, 50)).toEqual(tokenizer.encode('a '.repeat(100)).ids.slice(0, 50));
    expect(MAX_TOKENS + dropped - whole).toBeGreaterThan(400);
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

  type Json = { [key: string]: unknown };
  const changed = (change: (file: Json & { model: Json }) => unknown): string => {
    const file = JSON.parse(readFileSync(join(TINY, 'tokenizer', 'tokenizer.json'), 'utf8'));
    return JSON.stringify(change(file) ?? file);
  };
  const split = (pattern: string) => ({ type: 'Split', pattern: { Regex: pattern }, behavior: 'Isolated' });
  const mapped = (vocab: unknown, to: (id: number) => unknown) =>
    Object.fromEntries(Object.entries(vocab as Record<string, number>).map(([word, id]) => [word, to(id)]));

  it.each<readonly [string, string]>([
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a table of nothing', '{}'],
    ['a million brackets', '['.repeat(1e6)],
    ['no model', changed((file) => ({ ...file, model: undefined }))],
    ['a model of nothing', changed((file) => ({ ...file, model: {} }))],
    ['a model of another kind', changed((file) => ({ ...file, model: { ...file.model, type: 'Unigram' } }))],
    ['no vocabulary', changed((file) => ({ ...file, model: { ...file.model, vocab: null } }))],
    [
      'a vocabulary that is a list',
      changed((file) => ({ ...file, model: { ...file.model, vocab: [1, 2] } })),
    ],
    ['an empty vocabulary', changed((file) => ({ ...file, model: { ...file.model, vocab: {} } }))],
    [
      'a vocabulary without letters',
      changed((file) => void Object.assign(file.model, { vocab: { a: 0 }, merges: [] })),
    ],
    [
      'numbers that are words',
      changed((file) => ({ ...file, model: { ...file.model, vocab: mapped(file.model.vocab, String) } })),
    ],
    [
      'numbers that are none',
      changed((file) => ({ ...file, model: { ...file.model, vocab: mapped(file.model.vocab, () => null) } })),
    ],
    [
      'negative numbers',
      changed((file) => ({
        ...file,
        model: { ...file.model, vocab: mapped(file.model.vocab, (id) => -id - 1) },
      })),
    ],
    [
      'numbers of 1e15',
      changed((file) => ({
        ...file,
        model: { ...file.model, vocab: mapped(file.model.vocab, (id) => id + 1e15) },
      })),
    ],
    ['no merges', changed((file) => ({ ...file, model: { ...file.model, merges: null } }))],
    ['merges that are numbers', changed((file) => ({ ...file, model: { ...file.model, merges: [1, 2] } }))],
    ['no added tokens', changed((file) => ({ ...file, added_tokens: null }))],
    ['added tokens of nothing', changed((file) => ({ ...file, added_tokens: [{}] }))],
    ['no frame', changed((file) => ({ ...file, added_tokens: [] }))],
    ['an unknown pre-tokenizer', changed((file) => ({ ...file, pre_tokenizer: { type: 'Nothing' } }))],
    ['a pre-tokenizer of text', changed((file) => ({ ...file, pre_tokenizer: 'Split' }))],
    ['an unknown normalizer', changed((file) => ({ ...file, normalizer: { type: 'Nothing' } }))],
    ['a pattern that is none', changed((file) => ({ ...file, pre_tokenizer: split('(') }))],
    ['a pattern that takes any time', changed((file) => ({ ...file, pre_tokenizer: split('(a+)+$') }))],
    ['one inside another', changed((file) => ({ ...file, pre_tokenizer: split('(?:x(?:[a-z]*\\s?)y)*$') }))],
  ])('refuses a file with %s, before any prompt', async (_, text) => {
    await using folder = await scratch();
    await writeFile(join(folder.path, 'tokenizer.json'), text);
    const error: unknown = await PromptTokenizer.open(folder.path).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'model-file-malformed' });
  });

  it('refuses what is no file, without waiting for it', async () => {
    await using folder = await scratch();
    execFileSync('mkfifo', [join(folder.path, 'tokenizer.json')]);
    await expect(PromptTokenizer.open(folder.path)).rejects.toMatchObject({ code: 'model-file-unreadable' });
  });

  it('tells tokens that the text encoder has no row for', async () => {
    const checkpoint = await openCheckpoint(TINY);
    expect(() => checkVocabulary(tokenizer, checkpoint)).not.toThrow();
    await using folder = await scratch();
    const text = changed((file) => ({
      ...file,
      model: { ...file.model, vocab: { ...Object(file.model.vocab), zzzz: 5000 } },
    }));
    await writeFile(join(folder.path, 'tokenizer.json'), text);
    const larger = await PromptTokenizer.open(folder.path);
    expect(() => checkVocabulary(larger, checkpoint)).toThrow(/token 5000 where the text encoder knows 343/);
  });
});
