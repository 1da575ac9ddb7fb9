import { UserError } from '../errors/user-error.ts';
import { parseJson } from '../files/parse-json.ts';
import { readTensor } from '../onnx/read-rows.ts';
import { readSafetensors, type SafetensorsFile, type StoredTensor } from '../onnx/safetensors.ts';

/** What an adapter adds to one linear layer: `x · aᵀ · bᵀ`. */
export interface LowRank {
  readonly rank: number;
  /** [rank, in] */
  readonly a: Float32Array;
  readonly in: number;
  /** [out, rank], the adapter's own factor (alpha over rank) included. */
  readonly b: Float32Array;
  readonly out: number;
}

/** A LoRA as it lies in a file, by the file's own module names in a spelling without `.` and `_`. */
export interface AdapterFile {
  readonly file: string;
  readonly modules: ReadonlyMap<string, LowRank>;
  /** Things in the file that are left out, in English. */
  readonly warnings: readonly string[];
}

/** The parts that a key can end in, as trainers spell them. */
const ENDINGS: readonly (readonly [kind: Kind, pattern: RegExp])[] = [
  ['a', /[._](?:lora_A|lora_down|lora\.A|lora\.down)(?:\.[\w-]+?)??(?:\.weight)?$/],
  ['b', /[._](?:lora_B|lora_up|lora\.B|lora\.up)(?:\.[\w-]+?)??(?:\.weight)?$/],
  ['alpha', /\.alpha$/],
  ['magnitude', /[._](?:dora_scale|lora_magnitude_vector)(?:\.[\w-]+?)??(?:\.weight)?$/],
];

type Kind = 'a' | 'b' | 'alpha' | 'magnitude';

/** Largest LoRA in bytes, most modules, and highest rank: several times what any trainer makes. All of it is read. */
const MAX_BYTES = 2 ** 31;
const MAX_MODULES = 4096;
const MAX_RANK = 4096;

/** What trainers put before a module's name. */
const PREFIX =
  /^(?:base_model\.model\.|model\.diffusion_model\.|diffusion_model\.|transformer\.|lora_unet_|lora_transformer_)+/;

/** Adapters of a text encoder, which Z-Image's trainers do not make. */
const TEXT_ENCODER = /^(?:text_encoder\.|lora_te\d?_|te\d?\.)/;

/** Adapters of another kind than low-rank pairs. */
const FOREIGN = /[._](?:lokr_w\d\w*|hada_w\d\w*|oft_\w+|diff(?:_b)?)$/;

/** A module's name without its separators: trainers disagree on them. */
export const plainName = (name: string): string => name.replace(/[._]/g, '').toLowerCase();

/**
 * Reads a LoRA in any of the spellings in use: PEFT and diffusers, kohya and musubi, ComfyUI and ai-toolkit.
 *
 * @throws UserError `lora-unusable`, or `model-file-…` where the file itself is at fault
 */
export async function readAdapter(file: string): Promise<AdapterFile> {
  const stored = await readSafetensors(file);
  if (stored.bytes > MAX_BYTES || stored.tensors.size > 4 * MAX_MODULES) {
    throw new UserError('lora-unusable', { file, problem: 'it is larger than any LoRA' });
  }
  const parts = new Map<string, Partial<Record<Kind, StoredTensor>>>();
  const ignored = { text: 0, magnitude: 0 };
  for (const [key, tensor] of stored.tensors) {
    if (TEXT_ENCODER.test(key)) {
      ignored.text++;
      continue;
    }
    const found = parse(key);
    if (found === undefined) throw unusable(file, key);
    if (found.kind === 'magnitude') ignored.magnitude++;
    // One module's keys may differ in their separators, even within a file.
    const module = plainName(found.module);
    const entry = parts.get(module) ?? {};
    entry[found.kind] = tensor;
    parts.set(module, entry);
  }
  const settings = peftSettings(stored);
  const modules = new Map<string, LowRank>();
  for (const [module, { a, b, alpha }] of parts) {
    if (a === undefined && b === undefined) continue;
    if (a === undefined || b === undefined) {
      throw new UserError('lora-unusable', { file, problem: `${module} has one half of a pair only` });
    }
    modules.set(module, await lowRank(file, module, { a, b, alpha }, settings));
  }
  if (modules.size === 0) throw new UserError('lora-unusable', { file, problem: 'it holds no LoRA' });
  const warnings: string[] = [];
  if (ignored.text > 0) warnings.push(`${file}: its part for a text encoder is left out`);
  if (ignored.magnitude > 0) warnings.push(`${file}: its DoRA magnitudes are left out, as diffusers does`);
  return { file, modules, warnings };
}

function parse(key: string): { module: string; kind: Kind } | undefined {
  for (const [kind, pattern] of ENDINGS) {
    const match = pattern.exec(key);
    if (match !== null) return { module: key.slice(0, match.index).replace(PREFIX, ''), kind };
  }
  return undefined;
}

function unusable(file: string, key: string): UserError {
  const problem = FOREIGN.test(key)
    ? `it is a LoKr, LoHa, OFT or full-weight adapter (${key}); only LoRA is supported`
    : `${key} is not part of a LoRA`;
  return new UserError('lora-unusable', { file, problem });
}

/** What PEFT writes into a file's metadata about its factors. */
interface PeftSettings {
  readonly alpha: number | undefined;
  readonly byModule: readonly (readonly [module: string, alpha: number])[];
  /** Divides by √rank and not by rank. */
  readonly stabilised: boolean;
}

function peftSettings({ metadata }: SafetensorsFile): PeftSettings {
  const text = metadata.get('lora_adapter_metadata');
  let values: Record<string, unknown> = {};
  try {
    if (text !== undefined) values = Object(parseJson(text)) as Record<string, unknown>;
  } catch {
    // Metadata that does not parse says nothing.
  }
  const get = (key: string): unknown => values[`transformer.${key}`] ?? values[key];
  const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
  const patterns = Object.entries(Object(get('alpha_pattern')) as Record<string, unknown>).slice(
    0,
    MAX_MODULES,
  );
  return {
    alpha: number(get('lora_alpha')),
    byModule: patterns.flatMap(([module, alpha]) =>
      typeof alpha === 'number' ? [[module, alpha] as const] : [],
    ),
    stabilised: get('use_rslora') === true,
  };
}

async function lowRank(
  file: string,
  module: string,
  parts: { readonly a: StoredTensor; readonly b: StoredTensor; readonly alpha: StoredTensor | undefined },
  settings: PeftSettings,
): Promise<LowRank> {
  const [rank, width] = matrix(file, parts.a);
  const [out, inner] = matrix(file, parts.b);
  if (rank > MAX_RANK)
    throw new UserError('lora-unusable', { file, problem: `${module} has a rank of ${rank}` });
  if (rank !== inner || rank === 0) {
    throw new UserError('lora-unusable', {
      file,
      problem: `${module} pairs a rank of ${rank} with one of ${inner}`,
    });
  }
  const alpha =
    (parts.alpha && (await readAll(parts.alpha))[0]) ??
    settings.byModule.find(([name]) => module.endsWith(plainName(name)))?.[1] ??
    settings.alpha ??
    rank;
  if (!Number.isFinite(alpha) || Math.abs(alpha) > 1e6) {
    throw new UserError('lora-unusable', { file, problem: `${module} has an alpha of ${alpha}` });
  }
  const factor = alpha / (settings.stabilised ? Math.sqrt(rank) : rank);
  const b = await readAll(parts.b);
  if (factor !== 1) for (let i = 0; i < b.length; i++) b[i]! *= factor;
  return { rank, a: await readAll(parts.a), in: width, b, out };
}

/** Linear layers' only; some trainers write them as 1×1 convolutions. */
function matrix(file: string, { name, shape }: StoredTensor): readonly [number, number] {
  const [rows, columns, ...rest] = shape;
  if (rows === undefined || columns === undefined || rest.some((length) => length !== 1)) {
    throw new UserError('lora-unusable', { file, problem: `${name} is [${shape.join(', ')}], not a matrix` });
  }
  return [rows, columns];
}

const readAll = (tensor: StoredTensor): Promise<Float32Array> =>
  readTensor({ tensor, start: 0, count: tensor.shape[0] ?? 1 });
