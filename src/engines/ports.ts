import type { AdCopy } from '../ad/copy.ts';
import type { Point, Size } from '../ad/geometry.ts';
import type { ProductLayout, TextLayout } from '../ad/layout.ts';
import type { Said } from '../ad/locale.ts';
import type { Prompt } from '../ad/prompt.ts';
import type { AdRequest } from '../ad/request.ts';
import type { Palette, SceneBrief, Stage } from '../ad/scene.ts';
import type { StyleName } from '../ad/style.ts';
import type { Matte, Raster } from '../imaging/raster.ts';

/** Which of the executor's queues a piece of work waits in. */
export type Lane = 'gpu' | 'cpu' | 'network';

/** What every engine call is handed. */
export interface EngineRun {
  /** Stops the work: the call rejects with the signal's reason at the next step at the latest. */
  readonly signal: AbortSignal;
  /** `step` of `steps` is done; `preview` is a small picture of how it stands. */
  onStep?(step: number, steps: number, preview?: Raster): void;
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
  readonly why: readonly Said[];
}

/** Makes pictures: the studio, or Z-Image-Turbo. */
export interface ImageEngine {
  readonly name: string;
  /** Which weights or version, for the recipe and the cache. */
  readonly model: string;
  readonly lane: Lane;
  textToImage(request: PictureRequest, run: EngineRun): Promise<Picture>;
  imageToImage(request: RestyleRequest, run: EngineRun): Promise<Picture>;
}

/** A product without its surroundings. */
export interface Cutout {
  /** Size of the photo. Colours are the product's own right up to the rim; alpha is the matte. */
  readonly image: Raster;
  readonly matte: Matte;
  /** 0–1: below 0.5 the cut-out should not be used. */
  readonly confidence: number;
  readonly why: readonly Said[];
}

export interface BackgroundRemover {
  readonly name: string;
  readonly lane: Lane;
  remove(photo: Raster, run: EngineRun): Promise<Cutout>;
}

/** What a writer made of a request. */
export interface Brief {
  readonly industry: string;
  readonly style: StyleName;
  readonly prompt: Prompt;
  readonly scene: SceneBrief;
  /** All slots to be drawn: the person's own words, and what was written for them. */
  readonly copy: AdCopy;
  readonly why: readonly Said[];
  readonly warnings: readonly Said[];
}

/** Turns a request into a prompt, a scene and words. */
export interface PromptWriter {
  readonly name: string;
  readonly lane: Lane;
  write(request: AdRequest, run: EngineRun): Promise<Brief>;
}

export interface TextLayoutRequest {
  /** The picture that the words go on, product and all. */
  readonly image: Raster;
  readonly copy: AdCopy;
  /** Where the product is, at the picture's size: words never stand on it. Absent = no known product. */
  readonly product?: Matte;
  readonly stage?: Stage;
  readonly palette: Palette;
  readonly face: string;
  readonly seed: number;
}

export interface ProductLayoutRequest {
  readonly background: Raster;
  readonly stage: Stage;
  /** Cropped to their mattes, in the order of the request's photos; the first is the hero. */
  readonly products: readonly Raster[];
  readonly kind: ProductLayout['kind'];
  /** Slots that will need room. */
  readonly copy: AdCopy;
  /** The person's own wishes, which hold. */
  readonly scale?: number;
  readonly position?: Point;
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
}
