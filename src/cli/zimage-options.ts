import type { NumberRange } from '../ad/parse/request-limits.ts';
import type { NamedModel } from '../engines/zimage/model-place.ts';
import { UserError } from '../errors/user-error.ts';
import type { AdapterChoice } from '../zimage/adapter-cache.ts';
import type { HintStyle } from '../zimage/control/control-branch.ts';
import type { Guidance } from '../zimage/guidance.ts';
import { parseArguments } from './parse-arguments.ts';
import { parseNumber } from './parse-number.ts';

/** The zimage command's options, read but not yet checked against a model. */
export interface ZImageOptions {
  /** As modelPlace takes it. */
  readonly place: NamedModel;
  readonly prompt: string;
  readonly negative: string;
  readonly seed: number;
  readonly steps: number;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly guidance: Guidance;
  /** Path of a reference picture. */
  readonly image: string | undefined;
  readonly strength: number;
  readonly adapters: readonly AdapterChoice[];
  readonly control: ControlOptions | undefined;
  readonly out: string;
  readonly json: boolean;
  readonly help: boolean;
}

/** What a ControlNet is asked for. */
export interface ControlOptions {
  /** Path of the ControlNet. */
  readonly path: string;
  readonly hints: HintStyle;
  /** Path of the picture to follow. */
  readonly image: string;
  readonly scale: number;
  /** Path of the mask: the part of `image` that is painted anew. */
  readonly mask: string | undefined;
}

const OPTIONS = {
  model: { type: 'string' },
  'text-encoder': { type: 'string' },
  vae: { type: 'string' },
  tokenizer: { type: 'string' },
  prompt: { type: 'string' },
  negative: { type: 'string' },
  seed: { type: 'string' },
  steps: { type: 'string' },
  width: { type: 'string' },
  height: { type: 'string' },
  guidance: { type: 'string' },
  'cfg-normalization': { type: 'string' },
  'cfg-truncation': { type: 'string' },
  image: { type: 'string' },
  strength: { type: 'string' },
  lora: { type: 'string', multiple: true },
  'lora-scale': { type: 'string', multiple: true },
  controlnet: { type: 'string' },
  'control-image': { type: 'string' },
  'control-scale': { type: 'string' },
  'control-hints': { type: 'string' },
  mask: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws UserError `bad-option`, `bad-number` */
export function parseZImageOptions(args: readonly string[]): ZImageOptions {
  const values = parsed(args);
  const number = (option: string, text: string | undefined, fallback: number, range: NumberRange): number =>
    text === undefined ? fallback : parseNumber(`--${option}`, text, range);
  const side = (option: 'width' | 'height'): number | undefined =>
    values[option] === undefined
      ? undefined
      : number(option, values[option], 0, { min: 1, max: 2 ** 16, integer: true });
  const scales = values['lora-scale'] ?? [];
  return {
    place: {
      model: values.model,
      textEncoder: values['text-encoder'],
      vae: values.vae,
      tokenizer: values.tokenizer,
    },
    prompt: values.prompt ?? '',
    negative: values.negative ?? '',
    seed: number('seed', values.seed, 0, { min: 0, max: 2 ** 32 - 1, integer: true }),
    steps: number('steps', values.steps, 8, { min: 1, max: 1000, integer: true }),
    width: side('width'),
    height: side('height'),
    guidance: {
      scale: number('guidance', values.guidance, 0, { min: 0, max: 100 }),
      normalization: number('cfg-normalization', values['cfg-normalization'], 0, { min: 0, max: 100 }),
      truncation: number('cfg-truncation', values['cfg-truncation'], 1, { min: 0, max: 1 }),
    },
    image: values.image,
    strength: number('strength', values.strength, 0.6, { min: 0, max: 1 }),
    adapters: (values.lora ?? []).map((file, i) => ({
      file,
      scale: number('lora-scale', scales[i] ?? scales[0], 1, { min: -10, max: 10 }),
    })),
    control: controlOptions(
      values,
      number('control-scale', values['control-scale'], 0.75, { min: 0, max: 10 }),
    ),
    out: values.out ?? 'zimage.png',
    json: values.json === true,
    help: values.help === true,
  };
}

const HINT_STYLES: readonly HintStyle[] = ['original', 'diffusers'];

/** @throws UserError `bad-option` where one of them lacks what it goes with */
function controlOptions(values: ReturnType<typeof parsed>, scale: number): ControlOptions | undefined {
  const { controlnet: path, 'control-image': image, mask } = values;
  if (path === undefined) {
    const alone = (['control-image', 'control-scale', 'control-hints', 'mask'] as const).find(
      (option) => values[option] !== undefined,
    );
    if (alone === undefined) return undefined;
    throw new UserError('bad-option', { detail: `--${alone} needs --controlnet` });
  }
  if (image === undefined)
    throw new UserError('bad-option', { detail: '--controlnet needs --control-image' });
  if ((mask === undefined) !== (values.image === undefined)) {
    throw new UserError('bad-option', { detail: '--controlnet takes --image and --mask together' });
  }
  const named = values['control-hints'] ?? 'original';
  const hints = HINT_STYLES.find((style) => style === named);
  if (hints === undefined) {
    throw new UserError('bad-option', { detail: `--control-hints ${named} (${HINT_STYLES.join(', ')})` });
  }
  return { path, hints, image, scale, mask };
}

function parsed(args: readonly string[]) {
  return parseArguments({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
}
