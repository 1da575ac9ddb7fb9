import { once } from 'node:events';
import { copyFile, link, mkdir, mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { models } from '../../../../src/cli/models.ts';
import { createPromptWriter } from '../../../../src/engines/offline/prompt-writer.ts';
import { openLedger } from '../../../../src/engines/openai/ledger.ts';
import { createModelAsker } from '../../../../src/engines/openai/model-asker.ts';
import { createModelClient } from '../../../../src/engines/openai/model-client.ts';
import { createModelWriter } from '../../../../src/engines/openai/model-writer.ts';
import { connect } from '../../../../src/engines/openai/server.ts';
import type { PromptWriter } from '../../../../src/engines/ports.ts';
import { pullModel } from '../../../../src/models/pull.ts';
import { CPU } from '../../../../src/onnx/target.ts';
import { createRuleWriter } from '../../../../src/writing/brief/rule-writer.ts';
import { openCheckpoint } from '../../../../src/zimage/checkpoint.ts';
import { checkComponents } from '../../../../src/zimage/components.ts';
import { PromptTokenizer } from '../../../../src/zimage/tokenizer.ts';
import { fakeIo } from '../../../cli/support/fake-io.ts';
import { presets, requestOf } from '../../../engines/offline/write.ts';
import { TINY } from '../../../zimage/support/checkpoint.ts';
import { type Input, jsonOf, type Outcome, type Target, type Told } from '../../input.ts';
import { isObject } from '../../mutate/json.ts';
import type { ServerAnswer } from './generator.ts';

/** What is fetched or handed over as a model, and what model servers answer. */
export async function openModelTarget(): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-model-'));
  const server = await startServer();
  const now = (): Date => new Date('2026-04-10T03:00:00Z');
  const rules = createRuleWriter({ presets, now });
  const local = createPromptWriter({ presets, now, rules });
  // A server that has failed too often is left alone: then the next input needs another client.
  const writerOf = (): PromptWriter => {
    const openai = connect({ apiKey: 'sk-fuzz', baseUrl: `${server.url}/v1` });
    const ledger = openLedger(join(folder, 'usage'), now);
    const client = createModelClient(openai, { isOpenAi: false, ledger, dailyTokens: 1e15, timeout: 400 });
    return createModelWriter({ asker: createModelAsker(client), model: 'small', presets, rules, local });
  };
  let writer = writerOf();

  async function takeAnswer(input: Input, at: (stage: string) => void): Promise<Outcome> {
    const answer = jsonOf(input) as ServerAnswer;
    server.answer(answer);
    at('write');
    const signal = new AbortController().signal;
    const notes: string[] = [];
    let failed = false;
    const brief = await writer.write(requestOf('카페 신메뉴 딸기라떼'), {
      signal,
      onNote: (note) => void notes.push(JSON.stringify(note)),
      doNotCache: () => {
        failed = true;
      },
    });
    const said = [...brief.why, ...brief.warnings].flatMap(({ ko, en }) => [ko, en]);
    const words = Object.values(brief.copy);
    return {
      result: failed ? 'done without' : `answered ${Object.keys(brief.copy).join('+')}`,
      said: [...said, ...words].map((text) => ({ text, error: false })),
      faults: [],
      async later() {
        if (failed) writer = writerOf();
        return undefined;
      },
    };
  }

  return {
    take(input, at) {
      if (input.way === 'answer') return takeAnswer(input, at);
      if (input.way === 'hub') return takeListing(input, at, folder, server);
      return takeCheckpoint(input, at, folder);
    },
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A checkpoint as it is but for one file, by the command that checks it; one that passes must be of use. */
async function takeCheckpoint(
  { way, bytes }: Input,
  at: (stage: string) => void,
  scratch: string,
): Promise<Outcome> {
  const folder = join(scratch, 'checkpoint');
  const name = way.replace('check/', '');
  await copyOf(TINY, folder);
  await rm(join(folder, name), { force: true });
  if (name.endsWith('.json')) await writeFile(join(folder, name), bytes);
  else await writeWeights(join(folder, name), bytes, (await stat(join(TINY, name))).size);
  at('check');
  const { io, said } = fakeIo({ LOCALE: 'ko' });
  const code = await models(['check', folder, '--json'], io);
  const answer: unknown = JSON.parse(said.out.join('') || '{}');
  const error = isObject(answer) && isObject(answer.error) ? answer.error : undefined;
  if (error?.code === 'bug') {
    // By the parts of the command: they throw what it does not tell.
    const checkpoint = await openCheckpoint(folder);
    checkComponents(checkpoint, CPU);
    await PromptTokenizer.open(checkpoint.tokenizerFolder);
  }
  // Where the folder lies is not for a person to read, and differs from run to run.
  const told = (text: string): Told => ({ text: text.replaceAll(folder, 'MODEL'), error: true });
  if (code !== 0)
    return {
      result: String(error?.code),
      said: [told(String(error?.message))],
      faults: error?.code === 'bug' ? ['models check ends as a bug'] : [],
    };
  at('encode');
  const tokenizer = await PromptTokenizer.open(join(folder, 'tokenizer'));
  const { ids } = tokenizer.encode('카페 신메뉴 딸기라떼 strawberry');
  const count = tokenizer.count('딸기라떼');
  const fine = ids.every(Number.isInteger) && Number.isInteger(count);
  return {
    result: 'right',
    said: said.err.map(told),
    faults: fine ? [] : ['the tokenizer gives what is no id'],
  };
}

/** Links instead of copies: weights are never written to. */
async function copyOf(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  for (const name of await readdir(from, { recursive: true })) {
    const path = join(from, name);
    if (!(await stat(path)).isFile()) continue;
    await mkdir(dirname(join(to, name)), { recursive: true });
    await link(path, join(to, name)).catch(() => copyFile(path, join(to, name)));
  }
}

/** A header, and as many bytes after it as the file had: holes, since nobody reads them. */
async function writeWeights(file: string, header: Uint8Array, bytes: number): Promise<void> {
  const handle = await open(file, 'w');
  try {
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(header.length));
    await handle.write(length, 0, 8, 0);
    await handle.write(header, 0, header.length, 8);
    await handle.truncate(Math.max(bytes, 8 + header.length));
  } finally {
    await handle.close();
  }
}

/** Milliseconds after which nothing can come of a pull of a few bytes. */
const LONGEST_PULL = 40_000;

/** A hub's list, and what is fetched by it, which must lie in the model's folder. */
async function takeListing(
  input: Input,
  at: (stage: string) => void,
  scratch: string,
  server: LoopbackServer,
): Promise<Outcome> {
  const folder = join(scratch, 'hub', 'models');
  await rm(join(scratch, 'hub'), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  server.answer(jsonOf(input) as ServerAnswer);
  at('pull');
  const source = {
    kind: 'hub',
    repository: 'maker/model',
    revision: 'main',
    wanted: /^(?:model_index\.json|(?:scheduler|text_encoder|tokenizer|transformer|vae)\/[^/]+)$/,
  } as const;
  const model = { name: 'fuzzed', about: { ko: '', en: '' }, bytes: 100, source };
  const signal = AbortSignal.timeout(LONGEST_PULL);
  const options = { hub: { endpoint: server.url }, attempts: 1, initialWait: 1, signal };
  let refused: unknown;
  try {
    await pullModel(model, folder, options);
  } catch (error) {
    refused = error;
  }
  const written = [...(await readdir(join(scratch, 'hub'))), ...(await readdir(folder))];
  const faults = written
    .filter((name) => name !== 'models' && name !== 'fuzzed')
    .map((name) => `${name} was written outside of the model's folder`);
  if (signal.aborted) faults.push('a pull goes on without end');
  if (faults.length === 0 && refused !== undefined) throw refused;
  return { result: 'pulled', said: [], faults };
}

interface LoopbackServer {
  readonly url: string;
  /** What is answered from now on to whatever asks for a list or a completion. */
  answer(answer: ServerAnswer): void;
  close(): Promise<void>;
}

/** Times that one list is asked for: more, and whoever asks goes round for ever. */
const MOST_ASKED = 2_000;

async function startServer(): Promise<LoopbackServer> {
  let current: ServerAnswer = { status: 200, headers: {}, body: '', times: 1 };
  let asked = 0;
  const server = createServer((request, response) => {
    response.on('error', () => {});
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    if (pathname.includes('/resolve/'))
      return void response.writeHead(200, { 'content-length': '40' }).end('x'.repeat(40));
    if (++asked > MOST_ASKED) return void request.socket.destroy();
    request.resume();
    void respond(response, current, `http://${request.headers.host}${request.url}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer(answer) {
      current = answer;
      asked = 0;
    },
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function respond(response: ServerResponse, answer: ServerAnswer, self: string): Promise<void> {
  const status =
    Number.isInteger(answer.status) && answer.status >= 200 && answer.status < 600 ? answer.status : 200;
  try {
    for (const [name, value] of Object.entries(Object(answer.headers)))
      response.setHeader(name, String(value).replace('SELF', self));
    response.writeHead(status);
  } catch {
    response.writeHead(status);
  }
  const body = Buffer.from(String(answer.body));
  // In pieces of a network's size, each the same bytes.
  const each = Math.max(1, Math.min(Number(answer.times) || 1, Math.ceil(65_536 / Math.max(1, body.length))));
  const piece = Buffer.concat(Array<Buffer>(each).fill(body));
  for (let sent = 0; sent < (Number(answer.times) || 1) && !response.destroyed; sent += each) {
    if (!response.write(piece))
      await Promise.race([once(response, 'drain'), once(response, 'close')]).catch(() => {});
  }
  response.end();
}
