import { defined } from '../collections/defined.ts';
import { UserError } from '../errors/user-error.ts';
import type { StoredRows } from '../onnx/graph.ts';
import type { StoredTensor } from '../onnx/safetensors.ts';
import type { WeightSet } from '../onnx/weight-set.ts';
import type { WeightSource } from '../onnx/weights.ts';

/** A component's weights under the names of diffusers and transformers, however the file spells them. */
export interface ComponentWeights extends WeightSource {
  /** Shape of a tensor, or undefined where there is none of that name. */
  shape(name: string): readonly number[] | undefined;
  /** Names of all tensors as this component spells them, without the prefix. */
  readonly names: readonly string[];
}

/** Another place to look for a tensor: its name, and which of `of` equal parts of its rows is meant. */
interface Alias {
  readonly name: string;
  readonly part?: number;
  readonly of?: number;
}

/**
 * @param probe a tensor that every checkpoint of this kind has; what stands before it is the files' prefix
 * @param aliases where else a name's tensor may be, best first
 * @throws UserError `model-not-zimage` where the probe is missing
 */
function componentWeights(
  set: WeightSet,
  probes: readonly string[],
  aliases: (name: string) => readonly Alias[],
): ComponentWeights {
  const prefix = prefixOf(set, probes);
  const find = (name: string): StoredRows | undefined => {
    for (const alias of [{ name }, ...aliases(name)] as const) {
      const tensor = set.tensors.get(prefix + alias.name);
      const rows = tensor && partOf(tensor, alias);
      if (rows !== undefined) return { ...rows, ...defined({ scale: set.scales.get(tensor!.name) }) };
    }
    return undefined;
  };
  return {
    source: set.source,
    names: [...set.tensors.keys()].flatMap((name) =>
      name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
    ),
    find,
    shape(name) {
      const rows = find(name);
      return rows && [rows.count, ...rows.tensor.shape.slice(1)];
    },
  };
}

function prefixOf(set: WeightSet, probes: readonly string[]): string {
  for (const probe of probes) {
    for (const name of set.tensors.keys()) {
      if (name === probe || name.endsWith(`.${probe}`)) return name.slice(0, -probe.length);
    }
  }
  const first = set.tensors.keys().next().value ?? 'nothing';
  throw new UserError('model-not-zimage', {
    folder: set.source,
    found: `no ${probes[0]}, but ${first}`,
  });
}

function partOf(tensor: StoredTensor, { part = 0, of = 1 }: Alias): StoredRows | undefined {
  const count = (tensor.shape[0] ?? 1) / of;
  return Number.isInteger(count) ? { tensor, start: part * count, count } : undefined;
}

/**
 * The transformer's: as diffusers publishes it, or as one file for ComfyUI, where queries, keys and values are one
 * matrix and some layers have shorter names.
 */
export function transformerWeights(set: WeightSet): ComponentWeights {
  return componentWeights(set, ['cap_embedder.0.weight'], transformerAliases);
}

/** A ControlNet's, whose blocks are the transformer's. */
export function controlWeights(set: WeightSet): ComponentWeights {
  return componentWeights(set, ['control_all_x_embedder.2-1.weight'], transformerAliases);
}

function transformerAliases(name: string): readonly Alias[] {
  const attention = /^(.+\.attention)\.to_([qkv])(\..+)$/.exec(name);
  if (attention !== null) {
    const [, block, letter, rest] = attention;
    return [{ name: `${block}.qkv${rest}`, part: 'qkv'.indexOf(letter!), of: 3 }];
  }
  const short = name
    .replace(/\.norm_([qk])\./, '.$1_norm.')
    .replace('.to_out.0.', '.out.')
    .replace(/^all_(x_embedder|final_layer)\.\d+-\d+\./, '$1.');
  return short === name ? [] : [{ name: short }];
}

/** The text encoder's, with or without `model.` or a longer prefix, or as llama.cpp names it. */
export function textEncoderWeights(set: WeightSet): ComponentWeights {
  const tensors = new Map([...set.tensors].map(([name, tensor]) => [fromLlamaName(name), tensor]));
  return componentWeights({ ...set, tensors }, ['embed_tokens.weight'], () => []);
}

/** What llama.cpp calls the parts of a layer. */
const LLAMA_NAMES: Readonly<Record<string, string>> = {
  attn_q: 'self_attn.q_proj',
  attn_k: 'self_attn.k_proj',
  attn_v: 'self_attn.v_proj',
  attn_output: 'self_attn.o_proj',
  attn_q_norm: 'self_attn.q_norm',
  attn_k_norm: 'self_attn.k_norm',
  attn_norm: 'input_layernorm',
  ffn_norm: 'post_attention_layernorm',
  ffn_gate: 'mlp.gate_proj',
  ffn_up: 'mlp.up_proj',
  ffn_down: 'mlp.down_proj',
};

function fromLlamaName(name: string): string {
  if (name === 'token_embd.weight') return 'embed_tokens.weight';
  const [, layer, part = '', kind] = /^blk\.(\d+)\.(\w+)\.(weight|bias)$/.exec(name) ?? [];
  const known = Object.hasOwn(LLAMA_NAMES, part) ? LLAMA_NAMES[part] : undefined;
  return known === undefined ? name : `layers.${layer}.${known}.${kind}`;
}

/** The VAE's: as diffusers publishes it, with older names of its attention, or as latent-diffusion's one file. */
export function vaeWeights(set: WeightSet): ComponentWeights {
  return componentWeights(set, ['decoder.conv_in.weight'], (name) => {
    const older = name
      .replace(/attentions\.0\.to_q\./, 'attentions.0.query.')
      .replace(/attentions\.0\.to_k\./, 'attentions.0.key.')
      .replace(/attentions\.0\.to_v\./, 'attentions.0.value.')
      .replace(/attentions\.0\.to_out\.0\./, 'attentions.0.proj_attn.');
    return [{ name: older }, { name: latentDiffusionName(name) }];
  });
}

/** Latent-diffusion numbers a decoder's blocks from the largest picture down, diffusers from the smallest up. */
const LAST_BLOCK = 3;

function latentDiffusionName(name: string): string {
  return name
    .replace(/mid_block\.resnets\.(\d)/, (_, i: string) => `mid.block_${Number(i) + 1}`)
    .replace('mid_block.attentions.0.group_norm', 'mid.attn_1.norm')
    .replace(/mid_block\.attentions\.0\.to_([qkv])/, 'mid.attn_1.$1')
    .replace('mid_block.attentions.0.to_out.0', 'mid.attn_1.proj_out')
    .replace(/down_blocks\.(\d)\.resnets\.(\d)/, 'down.$1.block.$2')
    .replace(/down_blocks\.(\d)\.downsamplers\.0/, 'down.$1.downsample')
    .replace(
      /up_blocks\.(\d)\.resnets\.(\d)/,
      (_, i: string, j: string) => `up.${LAST_BLOCK - Number(i)}.block.${j}`,
    )
    .replace(/up_blocks\.(\d)\.upsamplers\.0/, (_, i: string) => `up.${LAST_BLOCK - Number(i)}.upsample`)
    .replace('conv_shortcut', 'nin_shortcut')
    .replace('conv_norm_out', 'norm_out');
}
