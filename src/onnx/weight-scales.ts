import { UserError } from '../errors/user-error.ts';
import { parseJson } from '../files/parse-json.ts';
import { readTensor, readTensorBytes } from './read-rows.ts';
import type { StoredTensor } from './safetensors.ts';

/** A tensor `M.weight` of bytes has its scale beside it: as older and as newer tools call it. */
const SCALES = ['scale_weight', 'weight_scale'] as const;

/** What a layer is said to be stored as, where its numbers times one scale are its weights. */
const SCALED_FORMATS: readonly unknown[] = ['float8_e4m3fn', 'float8_e5m2'];

/** Under which a file's metadata lists its layers' formats. */
const METADATA_KEY = '_quantization_metadata';

/** Largest note of a layer's format, in bytes. */
const MAX_NOTE = 2000;

/**
 * What the weights of quantised layers are to be multiplied by, by their tensors' names. Scales of a layer's input are
 * for multiplying in eight bits, which is not done here.
 *
 * @throws UserError `model-dtype` for a quantisation of another kind, which would give numbers without meaning
 */
export async function readScales(
  tensors: ReadonlyMap<string, StoredTensor>,
  metadata: ReadonlyMap<string, string>,
): Promise<Map<string, number>> {
  const formats = formatsIn(metadata.get(METADATA_KEY));
  const scales = new Map<string, number>();
  for (const [name, tensor] of tensors) {
    const format = name.endsWith('.comfy_quant') ? await noteIn(tensor) : undefined;
    const layer = name.replace(/\.[^.]*$/, '');
    const weight = tensors.get(`${layer}.weight`);
    const told = format ?? formats.get(layer);
    if (weight !== undefined && told !== undefined && !SCALED_FORMATS.includes(told)) {
      throw refused(weight, String(told).slice(0, 40));
    }
    const kind = name.slice(layer.length + 1);
    if (weight === undefined || !SCALES.some((scale) => scale === kind)) continue;
    const elements = tensor.shape.reduce((all, length) => all * length, 1);
    if (elements !== 1) throw refused(weight, `${weight.dtype} with ${elements} scales`);
    const [scale = Number.NaN] = await readTensor({ tensor, start: 0, count: 1 });
    if (!Number.isFinite(scale)) throw refused(weight, `${weight.dtype} with a scale of ${scale}`);
    scales.set(weight.name, scale);
  }
  return scales;
}

function refused({ file, name }: StoredTensor, found: string): UserError {
  return new UserError('model-dtype', {
    file,
    tensor: name,
    found,
    usable: 'F32, F16, BF16, F8_E4M3, F8_E5M2',
  });
}

const record = (value: unknown): Record<string, unknown> => Object(value) as Record<string, unknown>;

/** @returns the format of each layer that the metadata tells of */
function formatsIn(text: string | undefined): Map<string, unknown> {
  if (text === undefined) return new Map();
  try {
    const { layers } = record(parseJson(text));
    return new Map(Object.entries(record(layers)).map(([layer, told]) => [layer, record(told).format]));
  } catch {
    // Metadata that does not parse says nothing: the types of the tensors do.
    return new Map();
  }
}

async function noteIn(tensor: StoredTensor): Promise<unknown> {
  if (tensor.bytes > MAX_NOTE) return 'a format that is told at length';
  try {
    return record(parseJson(Buffer.from(await readTensorBytes(tensor)).toString('utf8'))).format;
  } catch {
    return 'a format that cannot be read';
  }
}
