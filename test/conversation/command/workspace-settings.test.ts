import { describe, expect, it } from 'vitest';
import type { JobAccess } from '../../../src/conversation/command/job-access.ts';
import { workspaceSettings } from '../../../src/conversation/command/workspace-settings.ts';
import { smallVocabulary } from './small-vocabulary.ts';

/** What is read where this was stored. */
const read = (stored: unknown) =>
  workspaceSettings({ settings: async () => stored } as unknown as JobAccess, smallVocabulary).get();

const WHOLE = {
  shopName: '한글 가게',
  logo: { sha256: 'a'.repeat(64), name: 'logo.png' },
  colours: ['#123456'],
  face: 'Jua',
  industry: 'cafe',
  style: 'anime',
  format: '4:5',
};

describe('stored settings', () => {
  it('are read as they were set', async () => {
    expect(await read(WHOLE)).toEqual(WHOLE);
    expect(await read(undefined)).toEqual({});
  });

  it.each<readonly [keyof typeof WHOLE, unknown]>([
    ['shopName', 'x'.repeat(100_000)],
    ['shopName', 7],
    ['logo', { sha256: '../../etc/passwd' }],
    ['colours', Array(100_000).fill('#123456')],
    ['colours', ['red']],
    ['face', {}],
    ['style', 'cubist'],
    ['format', null],
  ])('lose no more than the field that is damaged: %s', async (field, value) => {
    const { [field]: _, ...rest } = WHOLE;
    expect(await read({ ...WHOLE, [field]: value })).toEqual(rest);
  });

  it.each([[7], ['text'], [[]], [null]])('are none where they are %j', async (stored) => {
    expect(await read(stored)).toEqual({});
  });

  it('have no keys but their own', async () => {
    expect(await read({ ...WHOLE, admin: true, ['__proto__']: { style: 'anime' } })).toEqual(WHOLE);
  });
});
