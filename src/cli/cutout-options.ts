import { resolve } from 'node:path';
import { REQUEST_RANGES } from '../ad/parse/request-limits.ts';
import { UserError } from '../errors/user-error.ts';
import { parseArguments } from './parse-arguments.ts';
import { parseNumber } from './parse-number.ts';

/** The cutout command's options, read; files are not yet looked at. */
export interface CutoutOptions {
  /** Path of the photo. */
  readonly photo: string;
  /** Where the cut-out goes, a PNG. */
  readonly out: string;
  /** Who is to cut: `local`, or a model by its name. */
  readonly remover: string | undefined;
  /** Path of an ONNX file. */
  readonly model: string | undefined;
  /** Which of several things in the photo, from 1; 0 = all. */
  readonly pick: number | undefined;
  readonly json: boolean;
  readonly help: boolean;
}

/** @throws UserError `bad-option`, `bad-number` */
export function parseCutoutOptions(args: readonly string[]): CutoutOptions {
  const { values, positionals } = parsed(args);
  const { remover, model } = values;
  const pick =
    values.pick === undefined ? undefined : parseNumber('--pick', values.pick, REQUEST_RANGES.pick);
  const options = { remover, model, pick, json: values.json === true, help: values.help === true };
  const [photo = '', ...more] = positionals;
  const out = values.out ?? '';
  if (options.help) return { ...options, photo, out };
  if (photo === '' || more.length > 0) {
    throw misunderstood(`one photo is cut out at a time, and ${positionals.length} were given`);
  }
  if (out === '') throw misunderstood('--out FILE.png is missing');
  if (!/\.png$/i.test(out)) throw misunderstood(`--out takes a name that ends in .png, not ${out}`);
  if (resolve(out) === resolve(photo)) throw misunderstood('--out would overwrite the photo');
  if (remover === '' || model === '') throw misunderstood('--remover and --model take a value');
  if (remover === 'local' && model !== undefined) throw misunderstood('--remover local uses no --model');
  return { ...options, photo, out };
}

function parsed(args: readonly string[]) {
  return parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      remover: { type: 'string' },
      model: { type: 'string' },
      pick: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

const misunderstood = (detail: string): UserError<'bad-option'> => new UserError('bad-option', { detail });
