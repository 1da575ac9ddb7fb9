/** Numbers on a grid, channel by channel: `data[(channel · height + y) · width + x]`. */
export interface Planes {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly data: Float32Array;
}

export function createPlanes(channels: number, height: number, width: number): Planes {
  return { channels, height, width, data: new Float32Array(channels * height * width) };
}

/** A rectangle of all channels, cut off at the edges of `from`. */
export function crop(from: Planes, top: number, left: number, height: number, width: number): Planes {
  const out = createPlanes(
    from.channels,
    Math.min(height, from.height - top),
    Math.min(width, from.width - left),
  );
  for (let channel = 0; channel < out.channels; channel++) {
    for (let y = 0; y < out.height; y++) {
      const start = (channel * from.height + top + y) * from.width + left;
      out.data.set(from.data.subarray(start, start + out.width), (channel * out.height + y) * out.width);
    }
  }
  return out;
}

/** Writes `part` into `into` with its top left corner at (`left`, `top`). */
export function paste(part: Planes, into: Planes, top: number, left: number): void {
  for (let channel = 0; channel < part.channels; channel++) {
    for (let y = 0; y < part.height; y++) {
      const row = (channel * part.height + y) * part.width;
      into.data.set(
        part.data.subarray(row, row + part.width),
        (channel * into.height + top + y) * into.width + left,
      );
    }
  }
}

/** 8-bit colours, three bytes a pixel, rows from the top without padding. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Colours of 0 – 255 as the VAE takes them: −1 – 1. */
export function toPlanes({ width, height, data }: RgbPicture): Planes {
  const planes = createPlanes(3, height, width);
  const size = width * height;
  for (let i = 0; i < size; i++) {
    for (let channel = 0; channel < 3; channel++) {
      planes.data[channel * size + i] = 2 * Math.fround(data[i * 3 + channel]! / 255) - 1;
    }
  }
  return planes;
}

/** The reverse; what lies outside −1 – 1 is clamped, halves are rounded to even. */
export function toRgb({ width, height, data }: Planes): RgbPicture {
  const size = width * height;
  const out = new Uint8Array(size * 3);
  for (let i = 0; i < size; i++) {
    for (let channel = 0; channel < 3; channel++) {
      const value = 255 * Math.min(1, Math.max(0, data[channel * size + i]! / 2 + 0.5));
      const floor = Math.floor(value);
      const rest = value - floor;
      out[i * 3 + channel] = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
    }
  }
  return { width, height, data: out };
}
