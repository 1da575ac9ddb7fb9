import { UserError } from '../errors/user-error.ts';
import type { AdapterSlot } from '../onnx/layers.ts';
import { floats, type Tensor, type Tensors } from '../onnx/session.ts';
import { type AdapterFile, type LowRank, plainName } from './adapter-file.ts';

/** A LoRA and how strongly it is to work. */
export interface AppliedAdapter {
  readonly adapter: AdapterFile;
  readonly scale: number;
}

/** Names that a layer may go by besides the checkpoint's, in plainName's spelling; the thirds of one are its q, k, v. */
interface Place {
  readonly name: string;
  readonly third?: 0 | 1 | 2;
}

function placesOf(module: string): Place[] {
  const own = plainName(module);
  const attention = /^(.*\.attention)\.to_([qkv])$/.exec(module);
  if (attention !== null) {
    const third = 'qkv'.indexOf(attention[2]!) as 0 | 1 | 2;
    return [{ name: own }, { name: plainName(`${attention[1]}.qkv`), third }];
  }
  const short = module
    .replace(/\.to_out\.0$/, '.out')
    .replace(/^all_(x_embedder|final_layer)\.\d+-\d+/, '$1');
  // Some trainers leave out the 0 of `to_out.0`.
  const out = module.replace(/\.to_out\.0$/, '.to_out');
  return [...new Set([own, plainName(short), plainName(out)])].map((name) => ({ name }));
}

function pick(adapter: AdapterFile, slot: AdapterSlot): LowRank | undefined {
  for (const { name, third } of placesOf(slot.module)) {
    const found = adapter.modules.get(name);
    if (found === undefined) continue;
    if (third === undefined) return found;
    const out = found.out / 3;
    const size = out * found.rank;
    return { ...found, out, b: found.b.subarray(third * size, (third + 1) * size) };
  }
  return undefined;
}

/**
 * Checks that adapters are for this model.
 *
 * @param slots of all components together
 * @throws UserError `lora-misfit` naming modules that the model does not have, or has in another size
 */
export function checkFit(adapter: AdapterFile, slots: readonly AdapterSlot[]): void {
  const known = new Set(slots.flatMap((slot) => placesOf(slot.module).map(({ name }) => name)));
  const strangers = [...adapter.modules.keys()].filter((name) => !known.has(name));
  const misfits = slots.flatMap((slot) => {
    const part = pick(adapter, slot);
    if (part === undefined || (part.in === slot.width.in && part.out === slot.width.out)) return [];
    return [`${slot.module} (${part.out}×${part.in}, not ${slot.width.out}×${slot.width.in})`];
  });
  const problems = [...misfits, ...strangers];
  if (problems.length > 0) {
    const shown = problems.slice(0, 3);
    throw new UserError('lora-misfit', {
      file: adapter.file,
      modules: shown,
      more: problems.length - shown.length,
    });
  }
}

/**
 * The inputs that put adapters to work: per slot all adapters side by side, as one of the sum of their ranks. A
 * slot that none of them uses is fed a rank of 1 that adds nothing, since a rank of 0 brings down WebGPU.
 */
export function adapterInputs(slots: readonly AdapterSlot[], applied: readonly AppliedAdapter[]): Tensors {
  const inputs: Record<string, Tensor> = {};
  for (const slot of slots) {
    const parts = applied.flatMap(({ adapter, scale }) => {
      const part = pick(adapter, slot);
      return part === undefined || scale === 0 ? [] : [{ part, scale }];
    });
    const { rank, a, b } = sideBySide(parts, slot);
    inputs[slot.a] = floats(a, [rank, slot.width.in]);
    inputs[slot.b] = floats(b, [slot.width.out, rank]);
  }
  return inputs;
}

/** A part with its strength. */
interface Share {
  readonly part: LowRank;
  readonly scale: number;
}

/** All parts as one, with their strengths in `b`. */
function sideBySide(shares: readonly Share[], { width }: AdapterSlot): Pick<LowRank, 'rank' | 'a' | 'b'> {
  const [first, second] = shares;
  // One alone, as it was trained, is the usual case, and is not copied.
  if (first !== undefined && second === undefined && first.scale === 1) return first.part;
  const rank = Math.max(
    1,
    shares.reduce((sum, { part }) => sum + part.rank, 0),
  );
  const a = new Float32Array(rank * width.in);
  const b = new Float32Array(width.out * rank);
  let start = 0;
  for (const { part, scale } of shares) {
    a.set(part.a, start * width.in);
    for (let row = 0; row < width.out; row++) {
      for (let k = 0; k < part.rank; k++) b[row * rank + start + k] = scale * part.b[row * part.rank + k]!;
    }
    start += part.rank;
  }
  return { rank, a, b };
}
