/**
 * Normal numbers as PyTorch's CPU generator draws them (`torch.Generator().manual_seed(seed)`, `torch.randn`), so
 * that a seed makes the same picture as with diffusers. Equal to PyTorch within 2·10⁻⁶.
 *
 * Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), 24-bit uniforms, Box–Muller over blocks of 16.
 */
export class TorchNoise {
  readonly #twister: MersenneTwister;

  /** @param seed a whole number; its lowest 32 bits count */
  constructor(seed: number) {
    this.#twister = new MersenneTwister(seed);
  }

  /** @param count a multiple of 16: what PyTorch does for other counts is not needed here */
  normal(count: number): Float32Array {
    if (count % BLOCK !== 0) throw new Error(`Expected a multiple of ${BLOCK}, got ${count}`);
    const out = new Float32Array(count);
    for (let i = 0; i < count; i++) out[i] = (this.#twister.next() & 0xffffff) / 2 ** 24;
    for (let start = 0; start < count; start += BLOCK) {
      for (let j = start; j < start + BLOCK / 2; j++) {
        const radius = Math.sqrt(-2 * Math.log(Math.fround(1 - out[j]!)));
        const angle = 2 * Math.PI * out[j + BLOCK / 2]!;
        out[j] = radius * Math.cos(angle);
        out[j + BLOCK / 2] = radius * Math.sin(angle);
      }
    }
    return out;
  }
}

const BLOCK = 16;

const STATE = 624;
const MIDDLE = 397;

class MersenneTwister {
  readonly #state = new Uint32Array(STATE);
  #at = STATE;

  constructor(seed: number) {
    this.#state[0] = seed;
    for (let i = 1; i < STATE; i++) {
      const last = this.#state[i - 1]!;
      this.#state[i] = Math.imul(1812433253, last ^ (last >>> 30)) + i;
    }
  }

  /** 32 random bits. */
  next(): number {
    if (this.#at === STATE) this.#twist();
    let bits = this.#state[this.#at++]!;
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c5680;
    bits ^= (bits << 15) & 0xefc60000;
    return (bits ^ (bits >>> 18)) >>> 0;
  }

  #twist(): void {
    const state = this.#state;
    for (let i = 0; i < STATE; i++) {
      const joined = (state[i]! & 0x80000000) | (state[(i + 1) % STATE]! & 0x7fffffff);
      const mixed = (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
      state[i] = state[(i + MIDDLE) % STATE]! ^ mixed;
    }
    this.#at = 0;
  }
}
