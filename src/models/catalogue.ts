import { UserError } from '../errors/user-error.ts';

export interface Digest {
  readonly algorithm: 'sha256' | 'md5';
  readonly hex: string;
}

/** Where a model comes from: a repository of a hub, or one file. */
export type ModelSource =
  | {
      readonly kind: 'hub';
      readonly repository: string;
      readonly revision: string;
      /** Which of its files are wanted. */
      readonly wanted: RegExp;
    }
  | { readonly kind: 'file'; readonly url: string; readonly digest: Digest };

export interface CatalogueModel {
  readonly name: string;
  readonly about: { readonly ko: string; readonly en: string };
  /** About how large it is. */
  readonly bytes: number;
  readonly source: ModelSource;
}

/** What Z-Image's pipeline reads; not the pictures and the README beside it. */
const PIPELINE = /^(?:model_index\.json|(?:scheduler|text_encoder|tokenizer|transformer|vae)\/[^/]+)$/;

const release = (file: string, md5: string): ModelSource => ({
  kind: 'file',
  url: `https://github.com/danielgatis/rembg/releases/download/v0.0.0/${file}`,
  digest: { algorithm: 'md5', hex: md5 },
});

/** The models that `models pull` knows. Sizes and digests as their publishers give them. */
export const CATALOGUE: readonly CatalogueModel[] = [
  {
    name: 'zimage-turbo-bf16',
    about: { ko: 'Z-Image-Turbo 그림 모델 (권장)', en: 'Z-Image-Turbo, the picture model (recommended)' },
    bytes: 20.5e9,
    source: {
      kind: 'hub',
      repository: 'dimitribarbot/Z-Image-Turbo-BF16',
      revision: 'main',
      wanted: PIPELINE,
    },
  },
  {
    name: 'zimage-turbo',
    about: { ko: 'Z-Image-Turbo 원본 (32비트)', en: 'Z-Image-Turbo as first published (32-bit)' },
    bytes: 32.8e9,
    source: { kind: 'hub', repository: 'Tongyi-MAI/Z-Image-Turbo', revision: 'main', wanted: PIPELINE },
  },
  {
    name: 'zimage-tokenizer',
    about: {
      ko: 'Z-Image의 토크나이저만 (ComfyUI·GGUF 파일과 함께)',
      en: "Z-Image's tokenizer alone, for ComfyUI's and GGUF files",
    },
    bytes: 16e6,
    source: {
      kind: 'hub',
      repository: 'Tongyi-MAI/Z-Image-Turbo',
      revision: 'main',
      wanted: /^tokenizer\/[^/]+$/,
    },
  },
  {
    name: 'u2netp',
    about: { ko: '누끼 모델, 함께 설치돼요', en: 'cut-out model, installed with the product' },
    bytes: 4.7e6,
    source: release('u2netp.onnx', '8e83ca70e441ab06c318d82300c84806'),
  },
  {
    name: 'u2net',
    about: { ko: '누끼 모델', en: 'cut-out model' },
    bytes: 176e6,
    source: release('u2net.onnx', '60024c5c889badc19c04ad937298a77b'),
  },
  {
    name: 'silueta',
    about: { ko: '누끼 모델, U²-Net을 줄인 것', en: 'cut-out model, a smaller U²-Net' },
    bytes: 44e6,
    source: release('silueta.onnx', '55e59e0d8062d2f5d013f4725ee84782'),
  },
  {
    name: 'isnet-general-use',
    about: { ko: '누끼 모델, 세밀함', en: 'cut-out model, finer' },
    bytes: 179e6,
    source: release('isnet-general-use.onnx', 'fc16ebd8b0c10d971d3513d564d01e29'),
  },
  {
    name: 'birefnet-general',
    about: { ko: '누끼 모델, 가장 세밀하고 느림', en: 'cut-out model, the finest and slowest' },
    bytes: 973e6,
    source: release('BiRefNet-general-epoch_244.onnx', '7a35a0141cbbc80de11d9c9a28f52697'),
  },
  {
    name: 'birefnet-general-lite',
    about: { ko: '누끼 모델, 세밀하고 가벼움', en: 'cut-out model, fine and lighter' },
    bytes: 224e6,
    source: release('BiRefNet-general-bb_swin_v1_tiny-epoch_232.onnx', '4fab47adc4ff364be1713e97b7e66334'),
  },
];

/** @throws UserError `model-unknown` naming those that are known */
export function modelNamed(name: string): CatalogueModel {
  const found = CATALOGUE.find((model) => model.name === name);
  if (found !== undefined) return found;
  throw new UserError('model-unknown', { name, known: CATALOGUE.map((model) => model.name) });
}
