/** Where a model is, as an operator names it. Plain data: it goes to the engine's process as it is. */
export interface ModelPlace {
  /**
   * A folder of diffusers, of a hub's cache or of ComfyUI's models; or the model's single files in any order, with
   * commas between them, where what is not named is looked for beside them.
   */
  readonly model: string;
  /** A file or folder that is used in place of the one that `model` has. */
  readonly textEncoder?: string;
  readonly vae?: string;
  /** The folder with tokenizer.json. */
  readonly tokenizer?: string;
  /** Folders to look for a tokenizer in, where the model has none with it. */
  readonly otherTokenizers?: readonly string[];
}

export const COMPONENTS = ['transformer', 'text_encoder', 'vae'] as const;

/** A part of a model whose weights may be a file of their own, by its folder's name in diffusers' layout. */
export type Component = (typeof COMPONENTS)[number];
