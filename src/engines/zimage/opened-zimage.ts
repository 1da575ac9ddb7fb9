import type { EngineChoice } from '../../ad/request.ts';
import type { StyleName } from '../../ad/style.ts';
import type { UserError } from '../../errors/user-error.ts';
import type { EngineProcess } from '../../onnx/process/engine-process.ts';
import type { ImageEngine } from '../ports.ts';
import type { ProviderChoice } from './fallback-chain.ts';
import type { ModelSettings } from './model-place.ts';
import type { StyleAdapter } from './zimage-engine.ts';

export interface ZImageSettings extends ModelSettings {
  readonly ENGINE: EngineChoice;
  readonly EXECUTION_PROVIDER: ProviderChoice;
}

export interface ZImageParts {
  readonly process: EngineProcess;
  /** What a style's preset says of its LoRA. */
  readonly adapterOf: (style: StyleName) => StyleAdapter | undefined;
  readonly styles: readonly StyleName[];
  /** Told, in English, of whatever costs quality or time but no picture. */
  readonly onWarning: (text: string) => void;
}

/** Z-Image, and how it counts the tokens of prompts. */
export interface UsableZImage {
  readonly engine: ImageEngine;
  readonly countTokens: (text: string) => number;
  /** Folder of the tokenizer that counts them. */
  readonly tokenizerFolder: string;
}

/** Z-Image, or why it cannot be used. */
export type OpenedZImage = UsableZImage | { readonly missing: UserError };
