import type { Brief } from '../ad/brief.ts';
import type { Size } from '../ad/geometry.ts';
import type { ProductLayout, TextLayout } from '../ad/layout.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { Prompt } from '../ad/prompt.ts';
import type { AdRequest } from '../ad/request.ts';
import type { WorkNote } from '../ad/result.ts';
import type { SceneBrief, Stage } from '../ad/scene.ts';
import type { StyleName } from '../ad/style.ts';
import type { Cutout } from '../imaging/cutout/cutout.ts';
import type { Raster } from '../imaging/raster.ts';
import type { ProductLayoutRequest, TextLayoutRequest } from '../layout/request.ts';

/** Which of the executor's queues a piece of work waits in. */
export type Lane = 'gpu' | 'cpu' | 'network';

/** What every engine call is handed. */
export interface EngineRun {
  /** Stops the work: the call rejects with the signal's reason at the next step at the latest. */
  readonly signal: AbortSignal;
  /** `step` of `steps` is done; `preview` is a small picture of how it stands. */
  onStep?(step: number, steps: number, preview?: Raster): void;
  /** Something for the report. */
  onNote?(note: WorkNote): void;
  /** What is answered now is only for want of something better, and not to be kept. */
  doNotCache?(): void;
}

/** A picture to be made. */
export interface PictureRequest {
  readonly prompt: Prompt;
  readonly scene: SceneBrief;
  readonly style: StyleName;
  /** Sides are multiples of 16, 256–2048. */
  readonly size: Size;
  /** 0 – 2³²−1; the same request and seed make the same picture. */
  readonly seed: number;
  /** What will be put on the picture: a background keeps room for it. */
  readonly room: { readonly product: boolean; readonly words: boolean };
}

export interface RestyleRequest extends PictureRequest {
  /** Already of `size`. */
  readonly reference: Raster;
  /** Above 0 up to 1: how far the result may go from the reference. */
  readonly strength: number;
}

export interface Picture {
  /** Opaque, of the requested size. */
  readonly image: Raster;
  /** Absent where the engine does not know its own picture, as a diffusion model does not. */
  readonly stage?: Stage;
  readonly why: readonly LocalizedText[];
}

/** Makes pictures: the studio, or Z-Image-Turbo. */
export interface ImageEngine {
  readonly name: string;
  /** Which weights or version, for the recipe and the cache. */
  readonly model: string;
  readonly lane: Lane;
  /** Pixels of the largest picture that it makes at its best; a larger one is enlarged. Absent = any size. */
  readonly bestPixels?: number;
  /** It shows whatever a prompt says; absent = only what it has models and icons of. */
  readonly drawsAnything?: true;
  textToImage(request: PictureRequest, run: EngineRun): Promise<Picture>;
  imageToImage(request: RestyleRequest, run: EngineRun): Promise<Picture>;
}

/** What somebody wants of a cut-out. */
export interface RemovalWish {
  /** Which of the things in the photo is meant, from 1. */
  readonly pick?: number;
}

export interface BackgroundRemover {
  /** Tells the model too: what another one cut is not used again. */
  readonly name: string;
  readonly lane: Lane;
  /** Begins to load what the first photo would wait for. */
  prepare?(): void;
  remove(photo: Raster, run: EngineRun, wish?: RemovalWish): Promise<Cutout>;
}

/** Turns a request into a prompt, a scene and words. */
export interface PromptWriter {
  readonly name: string;
  /**
   * Readies what the first request would wait for; takes a tenth of a second or two.
   *
   * @param text of that request, where it is known; it may be anything
   */
  prepare?(text?: string): void;
  /** What its answers depend on besides the request: those of another edition are not used again. */
  readonly edition?: string;
  readonly lane: Lane;
  write(request: AdRequest, run: EngineRun): Promise<Brief>;
}

/** A model that is asked whether an ad may be about something; the word list has been asked before. */
export interface Moderation {
  /** @throws UserError `content-refused` for a text that no ad may be about */
  moderate(text: string, run: EngineRun): Promise<void>;
}

/** Decides where products and words go. What it says is advice: the caller measures and repairs it. */
export interface LayoutAdvisor {
  readonly name: string;
  readonly lane: Lane;
  placeProducts(request: ProductLayoutRequest, run: EngineRun): Promise<ProductLayout>;
  placeText(request: TextLayoutRequest, run: EngineRun): Promise<TextLayout>;
}

/** The engines that a workflow has at hand. */
export interface Engines {
  readonly image: ImageEngine;
  readonly remover: BackgroundRemover;
  readonly writer: PromptWriter;
  readonly advisor: LayoutAdvisor;
  /** Absent where there is no such model. */
  readonly moderation?: Moderation;
}
