import { extname } from 'node:path';
import type { Box } from '../../ad/geometry.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import type { Cutout } from '../../imaging/cutout/cutout.ts';
import type { Found } from '../../imaging/cutout/found-map.ts';
import { agreementOf, doubtIn, type Look, mapOfLook } from '../../imaging/cutout/looks.ts';
import { confirmed } from '../../imaging/cutout/with-confidence.ts';
import { createPlane, type Plane, type Raster } from '../../imaging/raster.ts';
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

/** A cut-out as sure as this, from a map in no more doubt than that, needs no other look: beside a hundred real photos and as many rendered ones none of them was wrong. */
const SETTLED = 0.86;
const CLEAR = 0.1;

/** Largest side of a model that is asked again: larger ones see more at once, and take seconds a look. */
const QUICK = 320;

/** Two looks that agree so far (intersection over union) say the same. */
const SAME = 0.93;

/** Looks at a photo of which two say different things. */
const OTHER_LOOKS: readonly Look[] = ['mirrored', 'contrast', 'proportioned'];

/** What a model says of a whole photo, and how far it says so when it looks in other ways. */
interface Answer {
  readonly map: Plane;
  readonly steady?: number;
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
  const viewOf = (
    photo: Raster,
    box: Box,
    { signal }: EngineRun,
    look?: Look,
  ): Promise<Uint8Array | undefined> =>
    render.run('model-view', { photo, box, side, ...defined({ look }) }, { signal });

  /** What the model finds in what it is shown. */
  async function mapOf(view: Uint8Array, { signal }: EngineRun): Promise<Plane> {
    const found = await process
      .call<typeof service, 'find'>(SERVICE, 'find', { model, view }, { signal })
      .catch((error: unknown) => {
        throw error instanceof EngineFailure || error instanceof UserError ? new NotFound(error) : error;
      });
    const map = createPlane(side, side);
    for (let i = 0; i < map.data.length; i++) map.data[i] = (found[i] ?? 0) / 255;
    return map;
  }

  /** What the model finds in a photo looked at in another way, as it lies on the photo. */
  async function lookAgain(photo: Raster, look: Look, run: EngineRun): Promise<Plane> {
    const view = await viewOf(photo, wholeOf(photo), run, look);
    if (view === undefined) throw new Error('A photo that came cut out is not looked at again');
    return mapOfLook(await mapOf(view, run), look, photo);
  }

  /** What the model finds of a photo, and in a crop of it where the product is small. */
  async function foundIn(photo: Raster, map: Plane, run: EngineRun, pick?: number): Promise<Found> {
    const whole = { map, box: wholeOf(photo) };
    const request = { photo, map: whole, ...defined({ pick }) };
    const { things, crop } = await render.run('refinement-crop', request, { signal: run.signal });
    const view = crop && (await viewOf(photo, crop, run));
    if (crop === undefined || view === undefined) return { by: name, maps: [whole], things };
    return { by: name, maps: [whole, { map: await mapOf(view, run), box: crop }], things };
  }

  /**
   * The same photo looked at in other ways, where the first look left doubts: from further away, and where that says
   * something else in three more, of which what most say counts. It is as steady as most of them say so: from further
   * away what the frame cuts off is another thing, and in a mirror what has letters.
   */
  async function lookInOtherWays(photo: Raster, first: Plane, run: EngineRun): Promise<Answer> {
    const far = await lookAgain(photo, 'far', run);
    const steady = agreementOf(first, far);
    if (steady >= SAME) return { map: first, steady };
    const maps = [first, far];
    for (const look of OTHER_LOOKS) {
      // A square has its own proportions at once.
      const isFirst = look === 'proportioned' && photo.width === photo.height;
      maps.push(isFirst ? first : await lookAgain(photo, look, run));
    }
    const map = await render.run('median-map', maps, { signal: run.signal });
    return { map, steady: middleOf(maps.map((one) => agreementOf(map, one))) };
  }

  async function remove(photo: Raster, run: EngineRun, { pick }: RemovalWish): Promise<Cutout> {
    const { signal } = run;
    const options = { signal, ...defined({ onStep: run.onStep }) };
    // The pixels are asked meanwhile, from the first moment on.
    const [map, byRules] = await Promise.all([
      viewOf(photo, wholeOf(photo), run).then((view) => view && mapOf(view, run)),
      render.run('segment-by-rules', photo, { signal }),
    ]);
    if (map === undefined || byRules === undefined) {
      return render.run('cut-out', { photo, ...defined({ pick }) }, options);
    }
    // Whatever is picked: the things are numbered by what was found without it.
    const found = await foundIn(photo, map, run);
    const first = await render.run('cut-out', { photo, found, byRules }, options);
    const isSure = first.confidence >= SETTLED && doubtIn(map) <= CLEAR;
    const isSettled = isSure || first.signals === undefined || side > QUICK;
    if (isSettled && pick === undefined) return first;
    const answer = isSettled ? { map } : await lookInOtherWays(photo, map, run);
    const { steady } = answer;
    const { signals } = first;
    if (answer.map === map && steady !== undefined && signals !== undefined && pick === undefined) {
      return confirmed({ ...first, signals }, steady, name);
    }
    const again = { ...(await foundIn(photo, answer.map, run, pick)), ...defined({ steady }) };
    return render.run('cut-out', { photo, found: again, byRules, ...defined({ pick }) }, { signal });
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

/** The middle one of an odd number of values. */
const middleOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b).at(values.length >> 1) ?? 0;

const wholeOf = ({ width, height }: Raster): Box => ({ x: 0, y: 0, width, height });

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
