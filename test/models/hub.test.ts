import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { OutageError } from '../../src/errors/outage-error.ts';
import { UserError } from '../../src/errors/user-error.ts';
import { listHubFiles } from '../../src/models/hub.ts';
import { checkStoredNames } from '../../src/models/stored-name.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function hub(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const list = (endpoint: string) =>
  listHubFiles({ kind: 'hub', repository: 'maker/model', revision: 'main', wanted: /./ }, { endpoint });

const entry = (path: string) => ({ type: 'file', path, size: 1 });

const listing =
  (...paths: string[]): RequestListener =>
  (_request, response) => {
    response.end(JSON.stringify(paths.map(entry)));
  };

describe('the list of a hub', () => {
  it('goes on to further pages', async () => {
    const endpoint = await hub((request, response) => {
      const second = request.url?.includes('cursor=2') === true;
      if (!second) response.setHeader('link', `<${request.url}&cursor=2>; rel="next"`);
      response.end(JSON.stringify([entry(second ? 'vae/b.json' : 'vae/a.json')]));
    });
    expect((await list(endpoint)).map(({ path }) => path)).toEqual(['vae/a.json', 'vae/b.json']);
  });

  it.each([
    ['names itself as the next page', () => (request: { url?: string }) => String(request.url)],
    [
      'names ever new pages',
      () => {
        let page = 0;
        return (request: { url?: string }) => `${request.url?.split('&')[0]}&cursor=${++page}`;
      },
    ],
    ['goes on at another address', () => () => 'http://127.0.0.1:1/more'],
  ])('is given up where it %s', async (_, start) => {
    const next = start();
    let requests = 0;
    const endpoint = await hub((request, response) => {
      requests++;
      response.setHeader('link', `<${next(request as { url?: string })}>; rel="next"`);
      response.end('[]');
    });
    await expect(list(endpoint)).rejects.toThrow(OutageError);
    expect(requests).toBeLessThanOrEqual(50);
  });

  it('is given up where a page never ends, or nests without end', async () => {
    const endpoint = await hub((_request, response) => {
      response.write('[');
      const more = (): void => {
        while (!response.destroyed && response.write(JSON.stringify(entry('a'.repeat(1000))).concat(','))) {
          // Until the connection is full.
        }
      };
      response.on('drain', more);
      more();
    });
    await expect(list(endpoint)).rejects.toThrow(OutageError);
    server?.closeAllConnections();
    server?.close();
    const deep = await hub((_request, response) => response.end(`${'['.repeat(1e6)}${']'.repeat(1e6)}`));
    await expect(list(deep)).rejects.toThrow(OutageError);
  });

  it.each([
    'tokenizer/..',
    '../outside',
    'vae/../../outside',
    '/etc/passwd',
    'vae//a',
    'vae/./a',
    '.',
    'vae/...',
    'vae/a\0b',
    'vae/a\nb',
    'vae\\..\\..\\a',
    'C:/a',
    'vae/a:stream',
    'vae/NUL',
    'vae/com1.json',
    'vae/a.',
    'vae/a ',
    'vae/a*',
    'vae/\u202efdp.json',
    `vae/${'a'.repeat(300)}`,
    `${'a/'.repeat(500)}b`,
    'vae/model.safetensors.part',
  ])('has no place for %j', async (path) => {
    const error: unknown = await list(await hub(listing('vae/fine.json', path))).catch(
      (cause: unknown) => cause,
    );
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).code).toBe('model-file-name');
    expect((error as UserError).in('en')).not.toMatch(/[\0\n\u202e]/);
  });

  it.each([
    [['vae/Config.json', 'vae/config.json']],
    [['vae/가.json', 'vae/가.json'.normalize('NFD')]],
    [['tokenizer', 'tokenizer/vocab.json']],
    [['Tokenizer/vocab.json', 'tokenizer']],
    [['vae/a', 'vae/a']],
  ])('has one place for one file: %j', async (paths) => {
    await expect(list(await hub(listing(...paths)))).rejects.toMatchObject({ code: 'model-file-name' });
  });

  it('never lets a name lead out of the folder, nor to one place twice', () => {
    const names = fc.array(
      fc
        .array(fc.oneof(fc.constantFrom('..', '.', '', 'vae', 'VAE', 'a', '\0', '\\', 'nul'), fc.string()), {
          minLength: 1,
          maxLength: 4,
        })
        .map((parts) => parts.join('/')),
      { minLength: 1, maxLength: 4 },
    );
    const folder = resolve('/models/one');
    fc.assert(
      fc.property(names, (paths) => {
        try {
          checkStoredNames('maker/model', paths);
        } catch (error) {
          if (error instanceof UserError) return;
          throw error;
        }
        const places = paths.map((path) => join(folder, path));
        expect(places.every((place) => place.startsWith(folder + sep))).toBe(true);
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 2000 },
    );
  });
});
