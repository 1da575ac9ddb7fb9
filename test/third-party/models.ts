interface ModelTerms {
  /** An SPDX expression. */
  readonly licence: string;
  /** Who made and published the weights. */
  readonly origin: string;
}

const U2NET: ModelTerms = { licence: 'Apache-2.0', origin: 'https://github.com/xuebinqin/U-2-Net' };
const ZIMAGE: ModelTerms = {
  licence: 'Apache-2.0',
  origin: 'https://huggingface.co/Tongyi-MAI/Z-Image-Turbo',
};
const BIREFNET: ModelTerms = { licence: 'MIT', origin: 'https://github.com/ZhengPeng7/BiRefNet' };

/** What their publishers say of the models that `npm run models -- pull NAME` fetches, by name in the catalogue. */
export const MODELS: Readonly<Record<string, ModelTerms>> = {
  'zimage-turbo-bf16': ZIMAGE,
  'zimage-turbo': ZIMAGE,
  'zimage-tokenizer': ZIMAGE,
  u2netp: U2NET,
  u2net: U2NET,
  silueta: { ...U2NET, origin: 'https://github.com/xuebinqin/U-2-Net/issues/295' },
  'isnet-general-use': { licence: 'Apache-2.0', origin: 'https://github.com/xuebinqin/DIS' },
  'birefnet-general': BIREFNET,
  'birefnet-general-lite': BIREFNET,
};
