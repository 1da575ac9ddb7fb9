/**
 * Weights that are a pure function of a tensor's name and of each element's index, so that a model can be made
 * anywhere without a file: FNV-1a-32 of the name as the seed, Murmur3's finaliser over the index.
 */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** Numbers in [-1, 1). */
export function uniform(name: string, count: number): Float64Array {
  const seed = seedOf(name);
  const out = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = (Math.imul(i, 0x9e3779b9) + seed) >>> 0;
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b) >>> 0;
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35) >>> 0;
    out[i] = ((x ^ (x >>> 16)) >>> 0) / 2 ** 31 - 1;
  }
  return out;
}

/** @param component transformer, text_encoder or vae */
export function formulaWeights(component: string, name: string, shape: readonly number[]): Float32Array {
  const count = shape.reduce((all, dim) => all * dim, 1);
  const values = uniform(`${component}/${name}`, count);
  const scale = scaleOf(name, shape, count);
  return Float32Array.from(values, (u) =>
    shape.length === 1 && name.endsWith('weight') ? 1 + 0.2 * u : scale * u,
  );
}

function scaleOf(name: string, shape: readonly number[], count: number): number {
  if (shape.length === 1) return 0.1;
  if (name.includes('pad_token')) return 1;
  return Math.sqrt(3 / (count / shape[0]!));
}
