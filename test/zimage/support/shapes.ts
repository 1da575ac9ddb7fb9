/** What shapes a checkpoint, in the words of its own config files. */
export interface TransformerSizes {
  readonly dim: number;
  readonly n_heads: number;
  readonly n_layers: number;
  readonly n_refiner_layers: number;
  readonly cap_feat_dim: number;
  readonly axes_dims: readonly [number, number, number];
}

export interface EncoderSizes {
  readonly model_type: 'qwen3' | 'qwen2';
  readonly vocab_size: number;
  readonly hidden_size: number;
  readonly intermediate_size: number;
  readonly num_hidden_layers: number;
  readonly num_attention_heads: number;
  readonly num_key_value_heads: number;
  readonly head_dim: number;
}

export interface VaeSizes {
  readonly block_out_channels: readonly [number, number, number, number];
  readonly norm_num_groups: number;
}

export type Shapes = Readonly<Record<string, readonly number[]>>;

/** Every tensor of a transformer as diffusers names and shapes it. */
export function transformerShapes(sizes: TransformerSizes): Shapes {
  const { dim } = sizes;
  const head = dim / sizes.n_heads;
  const feed = Math.trunc((dim / 3) * 8);
  const modulation = Math.min(dim, 256);
  const plain = (block: string): Shapes => ({
    [`${block}.attention.to_q.weight`]: [dim, dim],
    [`${block}.attention.to_k.weight`]: [dim, dim],
    [`${block}.attention.to_v.weight`]: [dim, dim],
    [`${block}.attention.to_out.0.weight`]: [dim, dim],
    [`${block}.attention.norm_q.weight`]: [head],
    [`${block}.attention.norm_k.weight`]: [head],
    [`${block}.feed_forward.w1.weight`]: [feed, dim],
    [`${block}.feed_forward.w2.weight`]: [dim, feed],
    [`${block}.feed_forward.w3.weight`]: [feed, dim],
    [`${block}.attention_norm1.weight`]: [dim],
    [`${block}.attention_norm2.weight`]: [dim],
    [`${block}.ffn_norm1.weight`]: [dim],
    [`${block}.ffn_norm2.weight`]: [dim],
  });
  const modulated = (block: string): Shapes => ({
    ...plain(block),
    [`${block}.adaLN_modulation.0.weight`]: [4 * dim, modulation],
    [`${block}.adaLN_modulation.0.bias`]: [4 * dim],
  });
  const blocks = (name: string, count: number, one: (block: string) => Shapes): Shapes =>
    Object.assign({}, ...Array.from({ length: count }, (_, i) => one(`${name}.${i}`)));
  return {
    x_pad_token: [1, dim],
    cap_pad_token: [1, dim],
    'all_x_embedder.2-1.weight': [dim, 64],
    'all_x_embedder.2-1.bias': [dim],
    't_embedder.mlp.0.weight': [1024, 256],
    't_embedder.mlp.0.bias': [1024],
    't_embedder.mlp.2.weight': [modulation, 1024],
    't_embedder.mlp.2.bias': [modulation],
    'cap_embedder.0.weight': [sizes.cap_feat_dim],
    'cap_embedder.1.weight': [dim, sizes.cap_feat_dim],
    'cap_embedder.1.bias': [dim],
    ...blocks('noise_refiner', sizes.n_refiner_layers, modulated),
    ...blocks('context_refiner', sizes.n_refiner_layers, plain),
    ...blocks('layers', sizes.n_layers, modulated),
    'all_final_layer.2-1.linear.weight': [64, dim],
    'all_final_layer.2-1.linear.bias': [64],
    'all_final_layer.2-1.adaLN_modulation.1.weight': [dim, modulation],
    'all_final_layer.2-1.adaLN_modulation.1.bias': [dim],
  };
}

/** Every tensor of a Qwen decoder without a head, as transformers names and shapes it. */
export function encoderShapes(sizes: EncoderSizes): Shapes {
  const { hidden_size: hidden, intermediate_size: feed, head_dim: head } = sizes;
  const query = sizes.num_attention_heads * head;
  const key = sizes.num_key_value_heads * head;
  const layers = Array.from({ length: sizes.num_hidden_layers }, (_, i): Shapes => {
    const attention = `layers.${i}.self_attn`;
    return {
      [`layers.${i}.input_layernorm.weight`]: [hidden],
      [`${attention}.q_proj.weight`]: [query, hidden],
      [`${attention}.k_proj.weight`]: [key, hidden],
      [`${attention}.v_proj.weight`]: [key, hidden],
      [`${attention}.o_proj.weight`]: [hidden, query],
      ...(sizes.model_type === 'qwen3'
        ? { [`${attention}.q_norm.weight`]: [head], [`${attention}.k_norm.weight`]: [head] }
        : {
            [`${attention}.q_proj.bias`]: [query],
            [`${attention}.k_proj.bias`]: [key],
            [`${attention}.v_proj.bias`]: [key],
          }),
      [`layers.${i}.post_attention_layernorm.weight`]: [hidden],
      [`layers.${i}.mlp.gate_proj.weight`]: [feed, hidden],
      [`layers.${i}.mlp.up_proj.weight`]: [feed, hidden],
      [`layers.${i}.mlp.down_proj.weight`]: [hidden, feed],
    };
  });
  return Object.assign({ 'embed_tokens.weight': [sizes.vocab_size, hidden] }, ...layers, {
    'norm.weight': [hidden],
  });
}

/** Every tensor of an AutoencoderKL of four sizes with two layers a block, as diffusers names and shapes it. */
export function vaeShapes({ block_out_channels: widths }: VaeSizes): Shapes {
  const conv = (name: string, from: number, to: number, side = 3): Shapes => ({
    [`${name}.weight`]: [to, from, side, side],
    [`${name}.bias`]: [to],
  });
  const norm = (name: string, width: number): Shapes => ({
    [`${name}.weight`]: [width],
    [`${name}.bias`]: [width],
  });
  const linear = (name: string, width: number): Shapes => ({
    [`${name}.weight`]: [width, width],
    [`${name}.bias`]: [width],
  });
  const resnet = (name: string, from: number, to: number): Shapes => ({
    ...norm(`${name}.norm1`, from),
    ...conv(`${name}.conv1`, from, to),
    ...norm(`${name}.norm2`, to),
    ...conv(`${name}.conv2`, to, to),
    ...(from === to ? {} : conv(`${name}.conv_shortcut`, from, to, 1)),
  });
  const middle = (name: string, width: number): Shapes => ({
    ...resnet(`${name}.resnets.0`, width, width),
    ...norm(`${name}.attentions.0.group_norm`, width),
    ...linear(`${name}.attentions.0.to_q`, width),
    ...linear(`${name}.attentions.0.to_k`, width),
    ...linear(`${name}.attentions.0.to_v`, width),
    ...linear(`${name}.attentions.0.to_out.0`, width),
    ...resnet(`${name}.resnets.1`, width, width),
  });
  const deepest = widths[3];
  const shapes: Shapes[] = [conv('encoder.conv_in', 3, widths[0])];
  for (const [i, width] of widths.entries()) {
    const block = `encoder.down_blocks.${i}`;
    shapes.push(resnet(`${block}.resnets.0`, widths[i - 1] ?? width, width));
    shapes.push(resnet(`${block}.resnets.1`, width, width));
    if (i < 3) shapes.push(conv(`${block}.downsamplers.0.conv`, width, width));
  }
  shapes.push(middle('encoder.mid_block', deepest), norm('encoder.conv_norm_out', deepest));
  shapes.push(conv('encoder.conv_out', deepest, 32), conv('decoder.conv_in', 16, deepest));
  shapes.push(middle('decoder.mid_block', deepest));
  for (const [i, width] of [...widths].reverse().entries()) {
    const block = `decoder.up_blocks.${i}`;
    shapes.push(resnet(`${block}.resnets.0`, widths[4 - i] ?? width, width));
    shapes.push(resnet(`${block}.resnets.1`, width, width), resnet(`${block}.resnets.2`, width, width));
    if (i < 3) shapes.push(conv(`${block}.upsamplers.0.conv`, width, width));
  }
  shapes.push(norm('decoder.conv_norm_out', widths[0]), conv('decoder.conv_out', widths[0], 3));
  return Object.assign({}, ...shapes);
}
