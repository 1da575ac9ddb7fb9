import { extname } from 'node:path';
import type { Box } from '../../ad/geometry.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import type { Cutout } from '../../imaging/cutout/cutout.ts';
import type { FoundMap } from '../../imaging/cutout/found-map.ts';
import { createPlane, type Raster } from '../../imaging/raster.ts';
import { EngineFailure } from '../../onnx/failure.ts';
import type { EngineProcess } from '../../onnx/process/engine-process.ts';
import type { RenderPool } from '../../workers/render-pool.ts';
import type { BackgroundRemover, EngineRun, RemovalWish } from '../ports.ts';
import { BY_RULES, type CutoutModel, nameOf } from './cutout-model.ts';
import type { service } from './cutout-service.ts';
import { modelKindOf } from './model-kind.ts';

export interface ModelRemoverOptions {
  readonly model: CutoutModel;
  readonly process: EngineProcess;
  readonly render: Pick<RenderPool, 'run'>;
  /** Cuts out where the model cannot; absent = a failure is thrown. */
  readonly fallback?: BackgroundRemover;
  /** Told, in English, of each failure that the fallback makes up for. */
  readonly onWarning?: (text: string) => void;
}

const SERVICE = new URL(`./cutout-service${extname(import.meta.url)}`, import.meta.url);

/**
 * Cuts out what a model finds: U²-Net, IS-Net or BiRefNet in the engine process. What it sees of a photo is made in the
 * pool, so that no photo goes through the pipe to the process, and so is the cut-out.
 *
 * @throws UserError `cutout-model-unknown`
 */
export function createModelRemover(options: ModelRemoverOptions): BackgroundRemover {
  const { model, process, render, fallback } = options;
  const { side } = modelKindOf(model.kind);
  const name = nameOf(model);

  /** What the model is shown of a part of a photo; undefined for a photo that came cut out. */
  const viewOf = (photo: Raster, box: Box, { signal }: EngineRun): Promise<Uint8Array | undefined> =>
    render.run('model-view', { photo, box, side }, { signal });

  /** What the model finds in what it is shown. */
  async function look(view: Uint8Array, box: Box, { signal }: EngineRun): Promise<FoundMap> {
    const found = await process
      .call<typeof service, 'find'>(SERVICE, 'find', { model, view }, { signal })
      .catch((error: unknown) => {
        throw error instanceof EngineFailure || error instanceof UserError ? new NotFound(error) : error;
      });
    const map = createPlane(side, side);
    for (let i = 0; i < map.data.length; i++) map.data[i] = (found[i] ?? 0) / 255;
    return { map, box };
  }

  async function remove(photo: Raster, run: EngineRun, { pick }: RemovalWish): Promise<Cutout> {
    const { signal } = run;
    const { width, height } = photo;
    const options = { signal, ...defined({ onStep: run.onStep }) };
    const box = { x: 0, y: 0, width, height };
    const view = await viewOf(photo, box, run);
    if (view === undefined) return render.run('cut-out', { photo, ...defined({ pick }) }, options);
    const [whole, opinion] = await Promise.all([
      look(view, box, run),
      render.run('second-opinion', photo, { signal }),
    ]);
    const maps = [whole];
    const first = { photo, map: whole, ...defined({ pick }) };
    const { things, closer } = await render.run('look-closer', first, { signal });
    const closerView = closer && (await viewOf(photo, closer, run));
    if (closer !== undefined && closerView !== undefined) maps.push(await look(closerView, closer, run));
    const found = { by: name, maps, things };
    return render.run('cut-out', { photo, found, opinion, ...defined({ pick }) }, options);
  }

  return {
    name,
    lane: 'cpu',
    prepare() {
      // What goes wrong is told by the photo that needs it.
      process.call<typeof service, 'load'>(SERVICE, 'load', model).catch(() => {});
    },
    async remove(photo, run, wish = {}) {
      try {
        return await remove(photo, run, wish);
      } catch (error) {
        if (!(error instanceof NotFound)) throw error;
        if (fallback === undefined) throw error.cause;
        options.onWarning?.(`${error.cause.message} ${fallback.name} cuts out instead.`);
        run.doNotCache?.();
        const cutout = await fallback.remove(photo, run, wish);
        return {
          ...cutout,
          by: cutout.by ?? fallback.name,
          why: [insteadOf(name, fallback.name), ...cutout.why],
        };
      }
    },
  };
}

/** The model could not be asked. */
class NotFound extends Error {
  override readonly cause: EngineFailure | UserError;

  constructor(cause: EngineFailure | UserError) {
    super(cause.message);
    this.cause = cause;
  }
}

function insteadOf(name: string, fallback: string): LocalizedText {
  const byRules = fallback === BY_RULES;
  return {
    ko: `오려내기 모델 ${name}을(를) 지금 쓸 수 없어 ${byRules ? '모델 없이' : `${fallback} 모델로`} 오려 냈어요.`,
    en: `The cut-out model ${name} cannot be used right now, so the product was cut out ${byRules ? 'without a model' : `by the model ${fallback}`}.`,
  };
}
