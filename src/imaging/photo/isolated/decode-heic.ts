import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import libheif from 'libheif-js/libheif-wasm/libheif.js';

/** Rows without padding, 8 bit, upright, in the file's own colours; with alpha where there are four channels. */
export interface HeicPixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly data: Uint8Array;
}

/** Decodes a file's primary picture. @throws Error in the library's words */
export type HeicDecoder = (file: Uint8Array) => Promise<HeicPixels>;

/**
 * A decoder of HEIC, which sharp's own builds have none for: HEVC is patented. It is libheif, compiled to WebAssembly: what
 * a hostile file does to it happens inside of its own memory.
 */
export async function loadHeicDecoder(): Promise<HeicDecoder> {
  const program = createRequire(import.meta.url).resolve('libheif-js/libheif-wasm/libheif.wasm');
  // What it has to say would go to this process' standard output, which is the answer's.
  const heif = libheif({ wasmBinary: await readFile(program), print: () => {}, printErr: () => {} });

  /** @throws Error in the library's words */
  function checked<T extends object>(answer: T | { readonly code: object; readonly message: string }): T {
    if ('code' in answer) throw new Error(answer.message);
    return answer;
  }

  return async (file) => {
    const context = heif.heif_context_alloc();
    const read = heif.heif_context_read_from_memory(context, file);
    if (read.code !== heif.heif_error_code.heif_error_Ok) throw new Error(read.message);
    // Burst shots and pairs of lenses are several pictures in one file: the primary is the one that a phone shows.
    const handle = checked(heif.heif_js_context_get_primary_image_handle(context));
    const hasAlpha = heif.heif_image_handle_has_alpha_channel(handle) !== 0;
    const { heif_chroma_interleaved_RGB, heif_chroma_interleaved_RGBA } = heif.heif_chroma;
    const { channels } = checked(
      await heif.heif_js_decode_image2(
        handle,
        heif.heif_colorspace.heif_colorspace_RGB,
        hasAlpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB,
      ),
    );
    const [plane] = channels;
    if (plane === undefined) throw new Error('libheif gave no picture');
    const { width, height, stride } = plane;
    const bytes = hasAlpha ? 4 : 3;
    const data = withoutPadding(plane.data, width * bytes, height, stride);
    if (hasAlpha && heif.heif_image_handle_is_premultiplied_alpha(handle) !== 0) straighten(data);
    return { width, height, channels: bytes, data };
  };
}

function withoutPadding(data: Uint8Array, row: number, height: number, stride: number): Uint8Array {
  if (stride === row) return data.subarray(0, row * height);
  // In place, from the top: no row is moved over one that is still to come.
  for (let y = 1; y < height; y++) data.copyWithin(y * row, y * stride, y * stride + row);
  return data.subarray(0, row * height);
}

/** Colours that were multiplied by their alpha, as they were before. In place. */
function straighten(data: Uint8Array): void {
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3]!;
    if (alpha === 0 || alpha === 255) continue;
    for (let c = i; c < i + 3; c++) data[c] = Math.min(255, Math.round((data[c]! * 255) / alpha));
  }
}
