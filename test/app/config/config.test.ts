import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONFIG_NAMES, loadConfig } from '../../../src/app/config/config.ts';
import { UserError } from '../../../src/errors/user-error.ts';

describe('loadConfig', () => {
  it('works with nothing set, and takes empty values for none', () => {
    expect(loadConfig({})).toMatchObject({ ENGINE: 'auto', DATA_DIR: 'data', LOCALE: 'ko', PORT: 3000 });
    expect(loadConfig({ ENGINE: ' ', OPENAI_API_KEY: '' })).toMatchObject({ ENGINE: 'auto' });
    expect(loadConfig({ OPENAI_API_KEY: '' }).OPENAI_API_KEY).toBeUndefined();
  });

  it('reads lists', () => {
    expect(loadConfig({ ATTACHMENT_HOSTS: 'a.test, b.test c.test' }).ATTACHMENT_HOSTS).toEqual([
      'a.test',
      'b.test',
      'c.test',
    ]);
  });

  it('takes hosts as photos are fetched from them, and nothing that would match none', () => {
    const given = [
      'cdn.test',
      'cdn.test:8443',
      'http://cdn.test',
      'https://cdn.test:9/',
      '127.0.0.1:80',
      '[::1]:9',
    ];
    expect(loadConfig({ ATTACHMENT_HOSTS: given.join(',') }).ATTACHMENT_HOSTS).toEqual(given);
    for (const host of [
      '*',
      '*.test',
      'cdn.test/path',
      'ftp://cdn.test',
      'user@cdn.test',
      'cdn.test:x',
      'a?b',
    ]) {
      expect(() => loadConfig({ ATTACHMENT_HOSTS: host }), host).toThrow('ATTACHMENT_HOSTS');
    }
  });

  it('tells all problems at once, and never a value', () => {
    try {
      loadConfig({ ENGINE: 'sdxl', PORT: 'secret-port', SLACK_API_URL: 'secret-url' });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const text = error.in('en');
      for (const name of ['ENGINE', 'PORT', 'SLACK_API_URL']) expect(text).toContain(name);
      expect(text).not.toContain('secret');
    }
  });

  it('is described in .env.example, setting by setting', async () => {
    const example = await readFile(join(import.meta.dirname, '../../../.env.example'), 'utf8');
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual([...CONFIG_NAMES].toSorted());
  });
});
