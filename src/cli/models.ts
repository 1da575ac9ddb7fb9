import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../ad/locale.ts';
import { EMBEDDED_NAME, embeddedModel } from '../engines/onnx-cutout/embedded-model.ts';
import { modelKindOf } from '../engines/onnx-cutout/model-kind.ts';
import { describePlan } from '../engines/zimage/fallback-chain.ts';
import { modelPlace, type NamedModel } from '../engines/zimage/model-place.ts';
import { memoryOfPlans } from '../engines/zimage/plan-memory.ts';
import { UserError } from '../errors/user-error.ts';
import { CATALOGUE, type CatalogueModel, modelNamed } from '../models/catalogue.ts';
import { digestOf } from '../models/digest-of.ts';
import { gigabytes } from '../models/disk-space.ts';
import { type PullProgress, pullModel } from '../models/pull.ts';
import { CPU } from '../onnx/target.ts';
import { checkWritableFolder } from '../storage/check-writable.ts';
import { type Checkpoint, openCheckpoint } from '../zimage/checkpoint.ts';
import { checkComponents } from '../zimage/components.ts';
import { writeRepairs } from '../zimage/config/write-repairs.ts';
import type { ModelPlace } from '../zimage/layout/model-place.ts';
import { checkVocabulary, PromptTokenizer } from '../zimage/tokenizer.ts';
import type { ExitCode, Io } from './io.ts';
import { parseArguments } from './parse-arguments.ts';
import { reportError } from './report-error.ts';

const HELP = {
  ko: `모델을 받고 확인합니다.

  npm run models -- list                     받을 수 있는 모델과 받은 모델
  npm run models -- pull zimage-turbo-bf16   받기 (끊기면 이어서 받아요)
  npm run models -- check 폴더 [--repair]    불러오지 않고 확인 (--repair는 설정 파일을 고쳐요)
    [--text-encoder 파일] [--vae 파일] [--tokenizer 폴더]   폴더 대신 파일 셋을 적어도 돼요
  npm run models -- check u2netp             함께 설치된 누끼 모델 확인 (내려받은 것은 파일로)
    --json`,
  en: `Download and check models.

  npm run models -- list                     available and downloaded models
  npm run models -- pull zimage-turbo-bf16   download one (resumes if interrupted)
  npm run models -- check DIR [--repair]     check one without loading it (--repair fixes its config files)
    [--text-encoder FILE] [--vae FILE] [--tokenizer DIR]   three files may stand for the folder
  npm run models -- check u2netp             check the installed cut-out model (downloaded ones by their files)
    --json`,
};

/** Of the catalogue: no model by itself. */
const TOKENIZER = 'zimage-tokenizer';

/** Size of the picture that memory is planned for. */
const PLANNED = { width: 1024, height: 1024 };

/** `npm run models`: lists, fetches and checks models. */
export async function models(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await runModels(args, io);
  } catch (error) {
    return reportError(error, io, io.config.LOCALE, args.includes('--json'));
  }
}

async function runModels(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parsed(args);
  const [command = 'help', ...named] = positionals;
  if (values.help === true || command === 'help') {
    io.out(HELP[io.config.LOCALE]);
    return 0;
  }
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run === undefined)
    throw new UserError('command-unknown', { name: command, known: Object.keys(COMMANDS) });
  const { 'text-encoder': textEncoder, vae, tokenizer } = values;
  const place = { textEncoder, vae, tokenizer };
  await run({ io, named, json: values.json === true, repair: values.repair === true, place });
  return 0;
}

interface Call {
  readonly io: Io;
  /** What stands after the command. */
  readonly named: readonly string[];
  readonly json: boolean;
  readonly repair: boolean;
  readonly place: NamedModel;
}

const COMMANDS: Readonly<Record<string, (call: Call) => Promise<void>>> = {
  async list({ io, json }) {
    const rows = CATALOGUE.map((model) => ({ model, path: placeOf(model, io) })).map(({ model, path }) => ({
      name: model.name,
      about: model.about[io.config.LOCALE],
      bytes: model.bytes,
      path: existsSync(path) ? path : installedPath(model.name),
    }));
    if (json) return io.out(JSON.stringify(rows, null, 2));
    for (const { name, about, bytes, path } of rows) {
      io.out(
        `${path === undefined ? ' ' : '✓'} ${name.padEnd(22)} ${gigabytes(bytes).padStart(9)}  ${about}`,
      );
      if (path !== undefined) io.out(`  ${path}`);
    }
    const picture = rows.find(
      ({ name, path }) => name.startsWith('zimage-turbo') && path !== undefined,
    )?.path;
    if (picture !== undefined) printPlan(await openCheckpoint(picture), io);
  },

  async pull({ io, named, json }) {
    if (named.length === 0) modelNamed('');
    const folder = join(io.config.DATA_DIR, 'models');
    checkWritableFolder(folder);
    for (const name of named) {
      const model = modelNamed(name);
      const path =
        installedPath(name) ??
        (await pullModel(model, folder, {
          hub: { endpoint: io.config.HF_ENDPOINT, token: io.config.HF_TOKEN },
          signal: io.signal,
          onProgress: showProgress(io),
        }));
      io.draw('');
      if (model.name === TOKENIZER) await PromptTokenizer.open(join(path, 'tokenizer'));
      else if (model.source.kind === 'hub') await checkModel(await modelPlace(io.config, { model: path }));
      io.out(json ? JSON.stringify({ ok: true, name, path }) : `✓ ${path}`);
    }
  },

  async check({ io, named, json, repair, place }) {
    const [asked] = named;
    if (asked === undefined) throw new UserError('bad-option', { detail: 'models check DIR' });
    const path = installedPath(asked) ?? asked;
    if (path.endsWith('.onnx')) {
      await checkCutoutModel(path, io);
      return io.out(json ? JSON.stringify({ ok: true, path }) : `✓ ${path}`);
    }
    const model = named.length > 1 ? named.join(',') : path;
    const checkpoint = await checkModel(await modelPlace(io.config, { ...place, model }));
    const { repairs } = checkpoint;
    const changed = repair ? await writeRepairs(repairs) : [];
    if (json) {
      const plans = memoryOfPlans(checkpoint, PLANNED);
      return io.out(JSON.stringify({ ok: true, path, id: checkpoint.id, repairs, changed, plans }, null, 2));
    }
    for (const { file, key, value, why } of repairs) {
      io.out(`! ${file}: \`${key}\` = ${JSON.stringify(value)} (${why})`);
    }
    for (const note of checkpoint.notes) io.out(`! ${note}`);
    for (const file of changed) io.out(`→ ${file} (${file}.bak)`);
    io.out(`✓ ${path} (${gigabytes(checkpoint.bytes)}, ${checkpoint.id})`);
    printPlan(checkpoint, io);
  },
};

const placeOf = (model: CatalogueModel, io: Io): string =>
  join(io.config.DATA_DIR, 'models', model.source.kind === 'hub' ? model.name : `${model.name}.onnx`);

/** Of a model that comes with the product. */
const installedPath = (name: string): string | undefined =>
  name === EMBEDDED_NAME ? embeddedModel()?.file : undefined;

/** Headers, settings, shapes and tokenizer: all that can be wrong short of the weights' values. */
async function checkModel(place: ModelPlace): Promise<Checkpoint> {
  const checkpoint = await openCheckpoint(place);
  checkComponents(checkpoint, CPU);
  checkVocabulary(await PromptTokenizer.open(checkpoint.tokenizerFolder), checkpoint);
  return checkpoint;
}

async function checkCutoutModel(file: string, io: Io): Promise<void> {
  modelKindOf(file);
  const found = await stat(file).catch((cause: unknown) => {
    throw new UserError('model-file-missing', { file, wantedBy: 'the cut-out' }, { cause });
  });
  if (!found.isFile()) throw new UserError('model-file-unreadable', { file, reason: 'it is not a file' });
  const known = CATALOGUE.find(({ name, source }) => source.kind === 'file' && file.endsWith(`${name}.onnx`));
  if (known?.source.kind !== 'file') return;
  const { algorithm, hex } = known.source.digest;
  if ((await digestOf(file, algorithm, io.signal)) !== hex) {
    throw new UserError('model-file-malformed', {
      file,
      problem: `its ${algorithm} is not the published one`,
    });
  }
}

const PLAN_TITLE: Readonly<Record<Locale, string>> = {
  ko: '1024×1024 한 장에 필요한 메모리 (어림):',
  en: 'Memory for a 1024×1024 picture (estimated, not measured):',
};

const CUTOUT_NOTE: Readonly<Record<Locale, string>> = {
  ko: '누끼 모델은 CPU에서 돌고 GPU 메모리를 쓰지 않아요.',
  en: 'Cut-out models run on the CPU and use no GPU memory.',
};

function printPlan(checkpoint: Checkpoint, io: Io): void {
  io.out(PLAN_TITLE[io.config.LOCALE]);
  for (const { plan, device, host } of memoryOfPlans(checkpoint, PLANNED)) {
    const amount =
      device > 0
        ? `${gigabytes(device)} (GPU)`
        : `${gigabytes(host)} + ${gigabytes(checkpoint.bytes)} (files)`;
    io.out(`  ${describePlan(plan).padEnd(38)} ${amount}`);
  }
  io.out(`  ${CUTOUT_NOTE[io.config.LOCALE]}`);
}

const BAR = 30;

/** A bar on a terminal, elsewhere a line for each tenth. */
function showProgress(io: Io): (progress: PullProgress) => void {
  const start = performance.now();
  let first: number | undefined;
  let reported = -1;
  return ({ file, done, total }) => {
    first ??= done;
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const speed = (done - first) / ((performance.now() - start) / 1000 || 1);
    if (io.tty) {
      const filled = Math.round(share * BAR);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
      io.draw(
        `${bar} ${(share * 100).toFixed(1)} % ${gigabytes(done)} / ${gigabytes(total)} ${gigabytes(speed)}/s ${file}`,
      );
    } else if (Math.floor(share * 10) > reported) {
      reported = Math.floor(share * 10);
      io.err(`${reported * 10} % ${gigabytes(done)} / ${gigabytes(total)} ${file}`);
    }
  };
}

function parsed(args: readonly string[]) {
  return parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      repair: { type: 'boolean' },
      'text-encoder': { type: 'string' },
      vae: { type: 'string' },
      tokenizer: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}
