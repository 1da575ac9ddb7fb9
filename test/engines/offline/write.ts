import { fileURLToPath } from 'node:url';
import type { Brief } from '../../../src/ad/brief.ts';
import { localeOf } from '../../../src/ad/locale.ts';
import type { AdRequest } from '../../../src/ad/request.ts';
import { createPromptWriter } from '../../../src/engines/offline/prompt-writer.ts';
import { loadPresets } from '../../../src/presets/load.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';

export const presets = await loadPresets(
  fileURLToPath(new URL('../../../presets', import.meta.url)),
  catalogue,
);

/** A Friday in April, at noon in Seoul. */
const NOW = new Date('2026-04-10T03:00:00Z');

const writer = createPromptWriter({ presets, now: () => NOW });

/** A request as the edges compose it, with `text` and what a test cares about. */
export function requestOf(text: string, more: Partial<AdRequest> = {}): AdRequest {
  return {
    text,
    locale: localeOf(text),
    photos: [],
    use: 'composite',
    strength: 0.6,
    copy: {},
    lettering: true,
    format: '1:1',
    seed: 1,
    engine: 'auto',
    ...more,
  };
}

/** What the offline writer makes of a text, on one fixed day. */
export function write(text: string, more: Partial<AdRequest> = {}, now?: Date): Promise<Brief> {
  const used = now === undefined ? writer : createPromptWriter({ presets, now: () => now });
  return used.write(requestOf(text, more), { signal: new AbortController().signal });
}

export const PHOTO = { sha256: 'a'.repeat(64), name: 'product.jpg' };
