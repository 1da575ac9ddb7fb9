import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { CPU } from '../../src/onnx/target.ts';
import { readWeightSet } from '../../src/onnx/weight-set.ts';
import { readAdapter } from '../../src/zimage/adapter-file.ts';
import { openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { checkComponents } from '../../src/zimage/components.ts';
import { checkVocabulary, PromptTokenizer } from '../../src/zimage/tokenizer.ts';
import { scratch, TINY } from './support/checkpoint.ts';
import { copyTiny } from './support/rewrite.ts';

/** All that `models check` does. */
async function check(folder: string): Promise<void> {
  const checkpoint = await openCheckpoint(folder);
  checkComponents(checkpoint, CPU);
  checkVocabulary(await PromptTokenizer.open(checkpoint.tokenizerFolder), checkpoint);
}

/** How a check ends that may end in nothing but a sentence. */
async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'fine';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.in('ko').length).toBeLessThan(1000);
    return error.code;
  }
}

const FILES = [
  'model_index.json',
  'transformer/config.json',
  'text_encoder/config.json',
  'vae/config.json',
  'scheduler/scheduler_config.json',
  'tokenizer/tokenizer_config.json',
];

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    0,
    -1,
    1e9,
    1e308,
    2 ** 53,
    '',
    'x'.repeat(10_000),
    null,
    true,
    [],
    {},
    [0],
    [1e9, 1e9, 1e9, 1e9],
  ),
  fc.integer({ min: 1, max: 1000 }),
  fc.jsonValue({ maxDepth: 3 }),
);

describe('a checkpoint with anything in its settings', () => {
  it('is fine or refused with a sentence', async () => {
    await using folder = await scratch();
    await copyTiny(folder.path);
    const whole = new Map(FILES.map((file) => [file, readFileSync(join(TINY, file), 'utf8')]));
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FILES), fc.nat(), odd, async (file, n, value) => {
        const settings = JSON.parse(whole.get(file) ?? '{}');
        const keys = Object.keys(settings);
        settings[keys[n % keys.length] ?? 'x'] = value;
        await writeFile(join(folder.path, file), JSON.stringify(settings));
        ends.add(await outcome(check(folder.path)));
        await writeFile(join(folder.path, file), whole.get(file) ?? '');
      }),
      { numRuns: 150, seed: 3 },
    );
    expect(ends).toContain('fine');
    expect(ends).toContain('model-config');
  });

  it.each<readonly [string, string | undefined]>([
    ['deep', `${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`],
    ['long', `{"a":"${'x'.repeat(2 ** 21)}"}`],
    ['a list', '[1]'],
    ['no text', '\0\xff'],
    ['a pipe', undefined],
  ])('is refused where a file of them is %s', async (_, text) => {
    for (const file of FILES.slice(0, 5)) {
      await using folder = await scratch();
      await copyTiny(folder.path);
      const path = join(folder.path, file);
      await rm(path, { force: true });
      if (text === undefined) execFileSync('mkfifo', [path]);
      else await writeFile(path, text);
      expect(await outcome(check(folder.path))).toMatch(/^model-(config|file-unreadable)$/);
    }
  });
});

/** A safetensors file with a header as given. */
function file(header: unknown, data = new Uint8Array(0), length?: bigint): Buffer {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const prefix = Buffer.alloc(8);
  prefix.writeBigUInt64LE(length ?? BigInt(text.length));
  return Buffer.concat([prefix, text, data]);
}

const tensor = (shape: readonly number[], begin: number, end: number, dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [begin, end],
});

describe('a LoRA from anywhere', () => {
  const [a, b] = ['m.lora_A.weight', 'm.lora_B.weight'];

  it.each<readonly [string, Buffer]>([
    ['a header of 2^63', file({}, undefined, 2n ** 63n)],
    ['a header of nesting', file(`${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`)],
    ['metadata of nesting', file(`{"__metadata__":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`)],
    ['an endless name', file({ [`${'.lora_A'.repeat(100_000)}.weight`]: tensor([0], 0, 0) })],
    [
      'a shape that overflows',
      file({ [a]: tensor([2 ** 52, 2 ** 52], 0, 4), [b]: tensor([1, 1], 4, 8) }, new Uint8Array(8)),
    ],
    [
      'a rank of 2^52 and nothing in it',
      file({ [a]: tensor([2 ** 52, 0], 0, 0), [b]: tensor([0, 2 ** 52], 0, 0) }),
    ],
    [
      'a hundred axes',
      file({ [a]: tensor(Array(100).fill(1), 0, 4), [b]: tensor([1, 1], 4, 8) }, new Uint8Array(8)),
    ],
    [
      'no list for a shape',
      file({ [a]: { ...tensor([1], 0, 4), shape: { length: 1e9 } } }, new Uint8Array(4)),
    ],
    [
      'a type that nobody knows',
      file({ [a]: tensor([1, 1], 0, 4, 'F1'), [b]: tensor([1, 1], 4, 8) }, new Uint8Array(8)),
    ],
    [
      'an alpha that is no number',
      file(
        { [a]: tensor([1, 1], 0, 4), [b]: tensor([1, 1], 4, 8), 'm.alpha': tensor([], 8, 12) },
        Buffer.concat([Buffer.alloc(8), Buffer.from([0, 0, 0xc0, 0x7f])]),
      ),
    ],
  ])('is refused with %s', async (_, bytes) => {
    await using folder = await scratch();
    const path = join(folder.path, 'a.safetensors');
    await writeFile(path, bytes);
    expect(await outcome(readAdapter(path))).toMatch(/^(model-file-malformed|model-dtype|lora-unusable)$/);
  });

  it('is refused where it is a pipe, or as large as a model', async () => {
    await using folder = await scratch();
    const path = join(folder.path, 'a.safetensors');
    execFileSync('mkfifo', [path]);
    expect(await outcome(readAdapter(path))).toBe('model-file-unreadable');
    const size = 2 ** 33;
    const header = { [a]: tensor([1, size / 4], 0, size), [b]: tensor([1, 1], size, size + 4) };
    const large = join(folder.path, 'large.safetensors');
    const head = file(header);
    await writeFile(large, head);
    await truncate(large, head.length + size + 4);
    expect(await outcome(readAdapter(large))).toBe('lora-unusable');
  });

  it('is read or refused, whatever its header says', async () => {
    await using folder = await scratch();
    const path = join(folder.path, 'a.safetensors');
    const number = fc.oneof(fc.nat(20), fc.constantFrom(-1, 1.5, 2 ** 53, 1e300, null, 'x'));
    const entry = fc.oneof(
      fc.record({
        dtype: fc.constantFrom<unknown>('F32', 'F16', 'BF16', 'I64', 'X', 1),
        shape: fc.oneof(fc.array(number, { maxLength: 4 }), fc.jsonValue({ maxDepth: 1 })),
        data_offsets: fc.oneof(fc.array(number, { maxLength: 3 }), fc.jsonValue({ maxDepth: 1 })),
      }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const names = fc.constantFrom(a, b, 'm.alpha', '__metadata__', '__proto__', 'n.lora_up.weight');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, entry), fc.nat(64), async (header, length) => {
        await writeFile(path, file(header, new Uint8Array(length)));
        await outcome(readAdapter(path));
      }),
      { numRuns: 300 },
    );
  });
});

describe('an index from anywhere', () => {
  it.each<readonly [string, unknown]>([
    ['nothing', null],
    ['a list', { weight_map: ['a'] }],
    ['numbers', { weight_map: { a: 1 } }],
    ['another folder', { weight_map: { a: '../a.safetensors' } }],
    ['the folder above', { weight_map: { a: '..' } }],
    ['a name with nothing in it', { weight_map: { a: 'a\0.safetensors' } }],
    ['something else than weights', { weight_map: { a: 'passwd' } }],
    [
      '100,000 files',
      {
        weight_map: Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`t${i}`, `f${i}.safetensors`])),
      },
    ],
  ])('is refused with %s', async (_, index) => {
    await using folder = await scratch();
    await writeFile(join(folder.path, 'model.safetensors.index.json'), JSON.stringify(index));
    expect(await outcome(readWeightSet(folder.path))).toBe('model-file-malformed');
  });

  it('may be a link, as in the cache of a hub', async () => {
    await using folder = await scratch();
    const real = join(folder.path, 'blob');
    await writeFile(real, '{"weight_map":{}}');
    await symlink(real, join(folder.path, 'model.safetensors.index.json'));
    expect(await outcome(readWeightSet(folder.path))).toBe('model-file-malformed');
  });
});
