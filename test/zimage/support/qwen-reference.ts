/** Tensors by name. */
export type Reference = (name: string) => ArrayLike<number>;

export interface ReferenceSizes {
  readonly hidden_size: number;
  readonly num_hidden_layers: number;
  readonly num_attention_heads: number;
  readonly num_key_value_heads: number;
  readonly head_dim: number;
  readonly rms_norm_eps: number;
  readonly rope_theta: number;
}

type Row = Float64Array;

const dot = (a: ArrayLike<number>, b: ArrayLike<number>, offset: number, length: number): number => {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += a[i]! * b[offset + i]!;
  return sum;
};

function linear(rows: readonly Row[], weight: ArrayLike<number>, bias?: ArrayLike<number>): Row[] {
  const width = rows[0]!.length;
  return rows.map((row) =>
    Float64Array.from(
      { length: weight.length / width },
      (_, i) => dot(row, weight, i * width, width) + (bias?.[i] ?? 0),
    ),
  );
}

function rmsNorm(row: Row, weight: ArrayLike<number>, eps: number): Row {
  const factor = 1 / Math.sqrt(row.reduce((sum, x) => sum + x * x, 0) / row.length + eps);
  return row.map((x, i) => x * factor * weight[i]!);
}

function rotate(head: Row, position: number, theta: number): Row {
  const half = head.length / 2;
  return head.map((x, i) => {
    const angle = position * theta ** ((-2 * (i % half)) / head.length);
    const other = i < half ? -head[i + half]! : head[i - half]!;
    return x * Math.cos(angle) + other * Math.sin(angle);
  });
}

/**
 * Qwen2 and Qwen3 in 64 bits, written for clearness: the output of the second-to-last layer. Biases and norms of
 * heads are used where the model has them.
 */
export function qwenReference(
  get: Reference,
  has: (name: string) => boolean,
  sizes: ReferenceSizes,
  ids: readonly number[],
): Row[] {
  const { hidden_size: hidden, head_dim: width, rms_norm_eps: eps, rope_theta: theta } = sizes;
  const table = get('embed_tokens.weight');
  let x = ids.map((id) => Float64Array.from({ length: hidden }, (_, i) => table[id * hidden + i]!));
  for (let layer = 0; layer < sizes.num_hidden_layers - 1; layer++) {
    const at = `layers.${layer}`;
    const normed = x.map((row) => rmsNorm(row, get(`${at}.input_layernorm.weight`), eps));
    const heads = (part: 'q' | 'k' | 'v'): Row[][] => {
      const name = `${at}.self_attn.${part}`;
      const bias = has(`${name}_proj.bias`) ? get(`${name}_proj.bias`) : undefined;
      return linear(normed, get(`${name}_proj.weight`), bias).map((row, position) =>
        Array.from({ length: row.length / width }, (_, h) => {
          const head = row.slice(h * width, (h + 1) * width);
          if (part === 'v') return head;
          const scaled = has(`${name}_norm.weight`) ? rmsNorm(head, get(`${name}_norm.weight`), eps) : head;
          return rotate(scaled, position, theta);
        }),
      );
    };
    const [q, k, v] = [heads('q'), heads('k'), heads('v')];
    const shared = sizes.num_attention_heads / sizes.num_key_value_heads;
    const mixed = q.map((queries, row) =>
      Float64Array.from(
        queries.flatMap((query, h) => {
          const kv = Math.floor(h / shared);
          const scores = Array.from(
            { length: row + 1 },
            (_, j) => dot(query, k[j]![kv]!, 0, width) / Math.sqrt(width),
          );
          const top = Math.max(...scores);
          const weights = scores.map((score) => Math.exp(score - top));
          const sum = weights.reduce((all, weight) => all + weight, 0);
          return Array.from({ length: width }, (_, i) =>
            weights.reduce((all, weight, j) => all + (weight / sum) * v[j]![kv]![i]!, 0),
          );
        }),
      ),
    );
    const attended = linear(mixed, get(`${at}.self_attn.o_proj.weight`));
    x = x.map((row, i) => row.map((value, j) => value + attended[i]![j]!));
    const forFeed = x.map((row) => rmsNorm(row, get(`${at}.post_attention_layernorm.weight`), eps));
    const gate = linear(forFeed, get(`${at}.mlp.gate_proj.weight`));
    const up = linear(forFeed, get(`${at}.mlp.up_proj.weight`));
    const inner = gate.map((row, i) => row.map((g, j) => (g / (1 + Math.exp(-g))) * up[i]![j]!));
    const down = linear(inner, get(`${at}.mlp.down_proj.weight`));
    x = x.map((row, i) => row.map((value, j) => value + down[i]![j]!));
  }
  return x;
}
