import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { HeroLayer, PatternLayer } from '../../ad/design.ts';
import { type Box, centre, shortSide } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import { pixelScale, turnedAbout } from './paint-fill.ts';

/** Turned copies around a cut-out that make its sticker's edge. */
const EDGE_STEPS = 48;

/** What of a cut-out is painted: it casts its shadow on what is behind it. A sticker's own shadow moves with it. */
export type HeroPart = 'body' | 'shadow';

/** @param parts both, unless one is wanted alone */
export function paintHero(
  context: SKRSContext2D,
  layer: HeroLayer,
  picture: Canvas,
  parts: readonly HeroPart[] = ['shadow', 'body'],
): void {
  const { box, angle, shadow, shade, edge } = layer;
  const withShadow = parts.includes('shadow');
  const withBody = parts.includes('body');
  turnedAbout(context, box, angle, () => {
    context.imageSmoothingQuality = 'high';
    if (withShadow && shadow === 'contact') standOn(context, box, shade);
    if (edge !== undefined) {
      if (withBody) sticker(context, box, picture, edge, shadow === 'none' ? undefined : shade);
      return;
    }
    if (withShadow && shadow !== 'none') hover(context, box, picture, shade, shadow === 'drop' ? 1 : 0.55);
    if (withBody) context.drawImage(picture, box.x, box.y, box.width, box.height);
  });
}

/** A soft ellipse where the foot is: its height against its width, its blur, and how dark it is. */
const FOOT = { wide: 0.8, high: 0.045, blur: 0.022, dark: 0.4 };

function standOn(context: SKRSContext2D, box: Box, shade: HexColour): void {
  const height = Math.min(FOOT.high * box.width, 0.09 * box.height);
  const x = box.x + box.width / 2;
  const y = box.y + box.height - 0.6 * height;
  context.save();
  context.filter = `blur(${pixelScale(context) * Math.max(2, FOOT.blur * box.width)}px)`;
  context.globalAlpha = FOOT.dark;
  context.fillStyle = shade;
  context.beginPath();
  context.ellipse(x, y, (FOOT.wide * box.width) / 2, height, 0, 0, 2 * Math.PI);
  context.fill();
  context.restore();
}

/** Of the shadow behind a cut-out, shares of its shorter side. */
const HOVER = { blur: 0.07, down: 0.035, dark: 0.34 };

function hover(context: SKRSContext2D, box: Box, picture: Canvas, shade: HexColour, strength: number): void {
  const side = shortSide(box);
  const { blur, down, dark } = HOVER;
  const soft = silhouette(picture, box, shade);
  context.save();
  context.globalAlpha = dark * strength;
  context.filter = `blur(${pixelScale(context) * blur * side}px)`;
  context.drawImage(soft, box.x, box.y + down * side, box.width, box.height);
  context.restore();
}

/** Silhouettes are drawn so much smaller: they are blurred, or seen at their rims alone. */
const COARSE = 3;

function silhouette(picture: Canvas, { width, height }: Box, colour: HexColour, coarse = COARSE): Canvas {
  const canvas = createCanvas(Math.ceil(width / coarse), Math.ceil(height / coarse));
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = colour;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Opacity from which on something is cut out with a sticker: its soft shadow is not. */
const SOLID = 150;

function solid(canvas: Canvas): Canvas {
  const context = canvas.getContext('2d');
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let i = 3; i < image.data.length; i += 4) {
    const opacity = image.data[i] ?? 0;
    image.data[i] = Math.max(0, Math.min(255, (opacity - SOLID) * 4 + 128));
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

function sticker(
  context: SKRSContext2D,
  box: Box,
  picture: Canvas,
  edge: NonNullable<HeroLayer['edge']>,
  shade: HexColour | undefined,
): void {
  const scale = pixelScale(context);
  const [width, height] = [scale * box.width, scale * box.height];
  const cut = solid(silhouette(picture, { ...box, width, height }, edge.colour, 1));
  const reach = scale * edge.width;
  const pad = 2 * reach;
  const sheet = createCanvas(Math.ceil(width + 2 * pad), Math.ceil(height + 2 * pad));
  const on = sheet.getContext('2d');
  for (let i = 0; i < EDGE_STEPS; i++) {
    const angle = (2 * Math.PI * i) / EDGE_STEPS;
    on.drawImage(cut, pad + reach * Math.cos(angle), pad + reach * Math.sin(angle));
  }
  on.drawImage(cut, pad, pad);
  on.globalCompositeOperation = 'source-atop';
  on.imageSmoothingQuality = 'high';
  on.drawImage(picture, pad, pad, width, height);
  context.save();
  if (shade !== undefined) {
    context.shadowColor = `${shade}66`;
    context.shadowBlur = scale * 0.03 * shortSide(box);
    context.shadowOffsetY = scale * 0.012 * shortSide(box);
  }
  context.drawImage(
    sheet,
    box.x - pad / scale,
    box.y - pad / scale,
    sheet.width / scale,
    sheet.height / scale,
  );
  context.restore();
}

export function paintPattern(context: SKRSContext2D, layer: PatternLayer, pictures: readonly Canvas[]): void {
  const { box, size, pitch, angle } = layer;
  const middle = centre(box);
  const reach = Math.hypot(box.width, box.height) / 2 + size;
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.imageSmoothingQuality = 'high';
  context.translate(middle.x, middle.y);
  context.rotate((angle * Math.PI) / 180);
  const rows = Math.ceil(reach / pitch.height);
  const columns = Math.ceil(reach / pitch.width) + 1;
  for (let row = -rows; row <= rows; row++) {
    for (let column = -columns; column <= columns; column++) {
      const index = (((row * 2 + column) % pictures.length) + pictures.length) % pictures.length;
      const picture = pictures[index];
      if (picture === undefined) continue;
      const scale = size / Math.max(picture.width, picture.height);
      const [width, height] = [picture.width * scale, picture.height * scale];
      const shift = row % 2 === 0 ? 0 : pitch.width / 2;
      context.drawImage(
        picture,
        column * pitch.width + shift - width / 2,
        row * pitch.height - height / 2,
        width,
        height,
      );
    }
  }
  context.restore();
}
