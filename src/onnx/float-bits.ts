import type { FloatType, StoredFloat } from './element-type.ts';

const scratch = new DataView(new ArrayBuffer(4));

/** The bits of the nearest bfloat16, ties to even. */
function toBf16(value: number): number {
  scratch.setFloat32(0, value);
  const bits = scratch.getUint32(0);
  if (Number.isNaN(value)) return 0x7fc0;
  return ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16) & 0xffff;
}

/** The bits of the nearest half float, ties to even; beyond 65504 infinity. */
export function toF16(value: number): number {
  scratch.setFloat32(0, value);
  const bits = scratch.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = Math.abs(Math.fround(value));
  if (Number.isNaN(value)) return 0x7e00;
  if (magnitude >= 65520) return sign | 0x7c00;
  if (magnitude < 2 ** -14) return sign | roundEven(magnitude * 2 ** 24);
  const exponent = (bits >>> 23) & 0xff;
  const half = (bits & 0x7fffff) + ((exponent - 112) << 23);
  return sign | ((half + 0xfff + ((half >>> 13) & 1)) >>> 13);
}

function roundEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

export function fromF16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Of a float of 4 bits of exponent and 3 of fraction, which has no infinities and one NaN. */
function fromE4m3(bits: number): number {
  const sign = bits & 0x80 ? -1 : 1;
  const magnitude = bits & 0x7f;
  if (magnitude === 0x7f) return Number.NaN;
  const [exponent, fraction] = [magnitude >>> 3, magnitude & 7];
  return sign * (exponent === 0 ? fraction * 2 ** -9 : (1 + fraction / 8) * 2 ** (exponent - 7));
}

/** Every float of a byte; one of 5 bits of exponent is the upper half of a half float. */
const BYTES: Readonly<Record<'e4m3' | 'e5m2', Float32Array>> = {
  e4m3: Float32Array.from({ length: 256 }, (_, bits) => fromE4m3(bits)),
  e5m2: Float32Array.from({ length: 256 }, (_, bits) => fromF16(bits << 8)),
};

/** The little-endian bytes of floats of any type as 32-bit floats. onnxruntime runs on no big-endian machine. */
export function decodeFloats(bytes: Uint8Array, type: StoredFloat): Float32Array {
  if (type === 'e4m3' || type === 'e5m2') return Float32Array.from(bytes, (bits) => BYTES[type][bits]!);
  // A copy starts where any type may start.
  if (type === 'f32') return new Float32Array(bytes.slice().buffer);
  const { buffer, byteOffset } = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  const halves = new Uint16Array(buffer, byteOffset, bytes.byteLength / 2);
  const floats = new Float32Array(halves.length);
  if (type === 'f16') {
    for (let i = 0; i < halves.length; i++) floats[i] = fromF16(halves[i]!);
    return floats;
  }
  const words = new Uint32Array(floats.buffer);
  for (let i = 0; i < halves.length; i++) words[i] = halves[i]! << 16;
  return floats;
}

/** Numbers as little-endian bytes of a float type, rounded to the nearest. */
export function encodeFloats(values: ArrayLike<number>, type: FloatType): Uint8Array {
  const bytes = new Uint8Array(values.length * (type === 'f32' ? 4 : 2));
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) {
    if (type === 'f32') view.setFloat32(i * 4, values[i]!, true);
    else view.setUint16(i * 2, type === 'f16' ? toF16(values[i]!) : toBf16(values[i]!), true);
  }
  return bytes;
}
