import { basename } from 'node:path';
import { UserError } from '../../errors/user-error.ts';

/** How a cut-out model takes pictures and what it gives, as rembg 2.0 has it. */
export interface ModelKind {
  /** Side of the square that the picture is brought to. */
  readonly side: number;
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
  /** Whether the output is to be put through a sigmoid first. */
  readonly logits: boolean;
}

const IMAGENET_MEAN = [0.485, 0.456, 0.406] as const;
const IMAGENET_DEVIATION = [0.229, 0.224, 0.225] as const;
const ONE = [1, 1, 1] as const;

const U2NET: ModelKind = { side: 320, mean: IMAGENET_MEAN, deviation: IMAGENET_DEVIATION, logits: false };
const BIREFNET: ModelKind = { side: 1024, mean: IMAGENET_MEAN, deviation: IMAGENET_DEVIATION, logits: true };

/** By the names that rembg gives to the files; the beginning is enough, so that versions count as well. */
const KINDS: readonly (readonly [prefix: string, kind: ModelKind])[] = [
  ['u2net', U2NET],
  ['silueta', U2NET],
  ['isnet-anime', { side: 1024, mean: IMAGENET_MEAN, deviation: ONE, logits: false }],
  ['isnet', { side: 1024, mean: [0.5, 0.5, 0.5], deviation: ONE, logits: false }],
  ['birefnet', BIREFNET],
];

/** @throws UserError `cutout-model-unknown` for a file whose name tells nothing */
export function modelKindOf(file: string): ModelKind {
  const name = basename(file).toLowerCase();
  const found = KINDS.find(([prefix]) => name.startsWith(prefix));
  if (found !== undefined) return found[1];
  const known = [
    'u2net.onnx',
    'u2netp.onnx',
    'silueta.onnx',
    'isnet-general-use.onnx',
    'birefnet-general.onnx',
  ];
  throw new UserError('cutout-model-unknown', { file, known });
}
