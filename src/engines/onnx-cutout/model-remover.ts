import { basename, extname, join } from 'node:path';
import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import { createPlane, type Raster } from '../../imaging/raster.ts';
import { EngineFailure } from '../../onnx/failure.ts';
import type { EngineProcess } from '../../onnx/process/engine-process.ts';
import type { RenderPool } from '../../workers/render-pool.ts';
import type { BackgroundRemover } from '../ports.ts';
import type { service } from './cutout-service.ts';
import { modelKindOf } from './model-kind.ts';

export interface ModelRemoverOptions {
  /** An ONNX file, named as rembg names it. */
  readonly file: string;
  /** Which of rembg's models it is, where its own name does not tell. */
  readonly kind?: string;
  readonly process: EngineProcess;
  readonly render: Pick<RenderPool, 'run'>;
  /** Takes the photos that are cut out already, and all when the model fails. */
  readonly fallback: BackgroundRemover;
  /** Told, in English, of each failure that the fallback makes up for; absent = a failure is thrown. */
  readonly onWarning?: (text: string) => void;
}

const SERVICE = new URL(`./cutout-service${extname(import.meta.url)}`, import.meta.url);

/** The file of a model that is set by its name (`u2netp`, as pulled) or by its path. */
export function cutoutModelFile(setting: string, dataFolder: string): string {
  return /[\\/]|\.onnx$/i.test(setting) ? setting : join(dataFolder, 'models', `${setting}.onnx`);
}

/**
 * Cuts out with U²-Net, IS-Net or BiRefNet in the engine process.
 *
 * @throws UserError `cutout-model-unknown`
 */
export function createModelRemover({
  file,
  kind = file,
  process,
  render,
  fallback,
  onWarning,
}: ModelRemoverOptions): BackgroundRemover {
  modelKindOf(kind);
  const name = basename(file, '.onnx');
  return {
    name,
    lane: 'gpu',
    async remove(photo, run, wish = {}) {
      if (isSeeThrough(photo)) return fallback.remove(photo, run, wish);
      try {
        const found = await process.call<typeof service, 'matte'>(
          SERVICE,
          'matte',
          { file, kind, photo: { width: photo.width, height: photo.height, data: photo.data } },
          { signal: run.signal },
        );
        const map = createPlane(found.width, found.height);
        for (let i = 0; i < map.data.length; i++) map.data[i] = (found.data[i] ?? 0) / 255;
        const box = { x: 0, y: 0, width: photo.width, height: photo.height };
        const request = { photo, found: { by: name, maps: [{ map, box }] }, ...defined({ pick: wish.pick }) };
        return await render.run('cut-out', request, { signal: run.signal });
      } catch (error) {
        if (onWarning === undefined) throw error;
        if (!(error instanceof EngineFailure || error instanceof UserError)) throw error;
        onWarning(`${error.message} ${fallback.name} cuts out instead.`);
        return fallback.remove(photo, run, wish);
      }
    },
  };
}

function isSeeThrough({ data }: Raster): boolean {
  for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 255) < 250) return true;
  return false;
}
