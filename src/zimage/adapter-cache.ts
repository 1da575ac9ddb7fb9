import { BoundedMap } from '../collections/bounded-map.ts';
import { type AdapterFile, readAdapter } from './adapter-file.ts';
import { type AppliedAdapter, checkFit } from './adapters.ts';
import type { SharedComponents } from './shared-components.ts';

/** A LoRA file and how strongly it is to work; 1 = as trained. */
export interface AdapterChoice {
  readonly file: string;
  readonly scale: number;
}

/** Adapters that stay in memory. */
const KEPT = 4;

/** Reads adapters when they are first asked for, and keeps those that were used last. */
export class AdapterCache {
  readonly #components: SharedComponents;
  readonly #kept = new BoundedMap<string, AdapterFile>(KEPT);

  /** @param components that the adapters are for, loaded or not */
  constructor(components: SharedComponents) {
    this.#components = components;
  }

  /** @throws UserError `lora-…` where one of them cannot be used with this model; `model-file-…` */
  async load(choices: readonly AdapterChoice[]): Promise<AppliedAdapter[]> {
    const applied: AppliedAdapter[] = [];
    for (const { file, scale } of choices) {
      applied.push({ adapter: this.#kept.get(file) ?? (await this.#read(file)), scale });
    }
    return applied;
  }

  async #read(file: string): Promise<AdapterFile> {
    const { options, slots } = this.#components;
    if (!options.adaptable) throw new Error('The components were loaded without adapter slots');
    const adapter = await readAdapter(file);
    checkFit(adapter, slots);
    this.#kept.set(file, adapter);
    return adapter;
  }
}
