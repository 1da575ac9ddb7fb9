import type { AdCopy } from '../../../../ad/copy.ts';
import { parseOptions } from '../../../../conversation/command/parse-options.ts';

/** The words as they were typed: `새 제목 --sub … --price …`; what is not named stays. */
export function filledCopy(words: readonly string[], copy: AdCopy): AdCopy {
  const slot = (ko: string) => ({ kind: 'text', ko, description: { ko, en: ko }, max: 200 }) as const;
  const options = {
    headline: { ...slot('제목'), required: true },
    sub: slot('부제'),
    badge: slot('배지'),
    price: slot('가격'),
    cta: slot('버튼글'),
    details: slot('안내'),
  };
  return { ...copy, ...parseOptions(words, options).values };
}
