import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Face } from '../ad/face.ts';
import { type Box, expand, intersection } from '../ad/geometry.ts';
import type { TextBlock, Underlay } from '../ad/layout.ts';
import { toCanvas } from '../imaging/canvas.ts';
import type { Raster } from '../imaging/raster.ts';
import type { Pixels } from './contrast.ts';
import { paintBehind } from './paint-block.ts';
import { paintUnderlay } from './paint-underlay.ts';

/** How far an underlay's blur looks beyond its box, as a share of the picture's shorter side. */
const BLUR_REACH = 0.06;

/** Shows what the letters of a block would stand on, without the letters. */
export class BackgroundPainter {
  readonly #image: Raster;
  #base: Canvas | undefined;
  #scratch: Canvas | undefined;

  constructor(image: Raster) {
    this.#image = image;
  }

  /**
   * The pixels inside `box` once underlays, pills, shadows and outlines are drawn.
   *
   * @param box whole pixels; what reaches out of the picture is left out
   */
  pixels(
    box: Box,
    underlays: readonly Underlay[],
    blocks: readonly TextBlock[],
    faces: readonly Face[],
  ): Pixels {
    const inside = intersection(box, { x: 0, y: 0, width: this.#image.width, height: this.#image.height });
    const bare = underlays.length === 0 && blocks.every((block) => block.treatmentColour === undefined);
    return bare ? this.#bare(inside) : this.#painted(inside, underlays, blocks, faces);
  }

  #bare(box: Box): Pixels {
    const { width, data } = this.#image;
    const part = new Uint8ClampedArray(box.width * box.height * 4);
    for (let y = 0; y < box.height; y++) {
      const from = ((box.y + y) * width + box.x) * 4;
      part.set(data.subarray(from, from + box.width * 4), y * box.width * 4);
    }
    return { box, data: part };
  }

  #painted(
    box: Box,
    underlays: readonly Underlay[],
    blocks: readonly TextBlock[],
    faces: readonly Face[],
  ): Pixels {
    this.#base ??= toCanvas(this.#image);
    this.#scratch ??= createCanvas(this.#image.width, this.#image.height);
    const context = this.#scratch.getContext('2d');
    const reach = Math.ceil(BLUR_REACH * Math.min(this.#image.width, this.#image.height));
    for (const part of [box, ...underlays.map((underlay) => underlay.box)]) {
      const { x, y, width, height } = expand(part, reach);
      context.drawImage(this.#base, x, y, width, height, x, y, width, height);
    }
    for (const underlay of underlays) paintUnderlay(context, underlay);
    for (const block of blocks) paintBehind(context, block, faces);
    return { box, data: context.getImageData(box.x, box.y, box.width, box.height).data };
  }
}
