import { SCENE_FAMILY } from '../../ad/design.ts';
import type { Place } from '../../ad/place.ts';
import type { Decisions, RecipeSource } from '../../ad/recipe.ts';
import { type AdRequest, LIKE_PHOTO, type PhotoRef } from '../../ad/request.ts';
import type { AdResult } from '../../ad/result.ts';
import { defined } from '../../collections/defined.ts';
import type { Engines } from '../../engines/ports.ts';
import { UserError } from '../../errors/user-error.ts';
import { hasCutoutAlpha } from '../../imaging/cutout/existing-alpha.ts';
import type { Raster } from '../../imaging/raster.ts';
import { photoReaderOn } from '../../workers/read-photos.ts';
import { withDigests } from '../../workers/with-digests.ts';
import { ImageGenerationWorkflow, type WorkflowServices } from '../image-generation-workflow.ts';
import type { AdMaker, AdMakerParts, AdRun, WorkflowName } from './ad-maker.ts';
import { barePicture } from './bare-picture.ts';
import { requireAdjustable } from './bench.ts';
import { designBench } from './design-bench.ts';
import { designedAd, mayBeDesigned } from './designed-ad.ts';
import { detailPage } from './detail-page.ts';
import { draftBrief } from './draft-brief.ts';
import { imageToImage } from './image-to-image.ts';
import { PHOTO_SIDE, photoSide } from './photo-side.ts';
import type { Plan, PlanInput } from './plan.ts';
import { productBatch, productComposite, restyledScene } from './product-composite.ts';
import { decisionsFor, recordedEngines } from './recorded-engines.ts';
import { runPlan } from './run-plan.ts';
import { sceneBench } from './scene-bench.ts';
import { textToImage } from './text-to-image.ts';

/** A logo is never drawn larger. */
const LOGO_SIDE = 640;

/** The ad maker that runs the workflows. */
export function createAdMaker(parts: AdMakerParts): AdMaker {
  const reader = photoReaderOn(parts.render);

  async function run(
    asked: AdRequest,
    options: AdRun,
    plan: (input: PlanInput, services: WorkflowServices) => Promise<Plan> | Plan,
  ): Promise<readonly AdResult[]> {
    const { input, services } = await prepared(asked, options);
    return runPlan(await plan(input, services), services);
  }

  /** What a plan is built from, with the photos of its request at hand. */
  async function prepared(
    asked: AdRequest,
    { decided = {}, places = 1, name, ...run }: AdRun,
  ): Promise<{ readonly input: PlanInput; readonly services: WorkflowServices }> {
    run.signal?.throwIfAborted();
    const image = parts.imageEngine(asked.engine);
    const place = asked.place === undefined ? undefined : parts.placeOf(asked.place);
    const side = sideFor(asked, place, decided);
    const { request, photos } = await withPhotos(asked, side, run.signal);
    const { width, height } = place?.pixels.is ?? parts.sizeOf(request.format);
    const size = { width, height };
    const engines = recordedEngines(decisionsFor(size, decided), { ...parts.engines, image });
    const services: WorkflowServices = { ...run, engines, render: parts.render, cache: parts.cache };
    const backdrop = request.backdrop && (await readPhoto(request.backdrop.photo, PHOTO_SIDE, run.signal));
    const logo = request.brand?.logo && (await readPhoto(request.brand.logo, LOGO_SIDE, run.signal));
    const source = {
      ...sourceOf(request, engines, parts.presetsDigest),
      ...(side === PHOTO_SIDE ? {} : { photoSide: side }),
    };
    const { faces, pictures, designs, pages, motions, loopKind, tradeOf, moodOf, saysAi } = parts;
    const input: PlanInput = {
      workflow: new ImageGenerationWorkflow(),
      request,
      photos,
      photoSide: side,
      designs,
      pages,
      motions,
      loopKind,
      tradeOf,
      moodOf,
      saysAi,
      ...defined({ backdrop, logo, name, place, design: decided.design, notice: decided.notice }),
      places,
      size,
      source,
      faces,
      pictures,
    };
    return { input, services };
  }

  /** The request with a format that has a size, and its photos. */
  async function withPhotos(
    asked: AdRequest,
    side: number,
    signal?: AbortSignal,
  ): Promise<{ readonly request: AdRequest; readonly photos: readonly Raster[] }> {
    const photos = await Promise.all(asked.photos.map((photo) => readPhoto(photo, side, signal, true)));
    if (asked.format !== LIKE_PHOTO) return { request: asked, photos };
    const [first] = photos;
    // What is around it is no part of its format.
    const shown =
      first && (await parts.render.run('prepare-photo', { photo: first }, defined({ signal }))).photo;
    return { request: { ...asked, format: parts.formatNear(shown ?? { width: 1, height: 1 }) }, photos };
  }

  async function readPhoto(
    photo: PhotoRef,
    side: number,
    signal?: AbortSignal,
    panorama = false,
  ): Promise<Raster> {
    const name = photo.name ?? photo.sha256.slice(0, 12);
    const bytes = await parts.photos.read(photo);
    const image = await reader.decode(bytes, name, side, {
      kept: true,
      panorama,
      ...defined({ signal }),
    });
    // Once, and not by every node that it goes into; a thread has done so already.
    return withDigests(image);
  }

  return {
    workflowFor,
    engineFor: (request) => parts.imageEngine(request.engine).name,
    async make(request, options = {}) {
      const [ad] = await run(request, options, planFor);
      return ad as AdResult;
    },
    makeEach(request, options = {}) {
      return run(onOneBackground(request), options, productBatch);
    },
    async openBench(recipe, options = {}) {
      requireAdjustable(recipe);
      const { request, decided } = recipe;
      const { input, services } = await prepared(request, { ...options, decided });
      const at = (asked: AdRequest, name: string) => {
        const place = parts.placeOf(name);
        if (place.bare !== undefined || place.slices !== undefined)
          throw new UserError('adjust-place', { name });
        const { width, height } = place.pixels.is;
        const size = { width, height };
        return { request: { ...asked, place: name, format: parts.formatNear(size) }, size, place };
      };
      const bench = { input, services, recipe, at };
      return decided.design === undefined ? sceneBench(bench) : designBench(bench);
    },
    async draft(asked, options = {}) {
      options.signal?.throwIfAborted();
      const engines = { ...parts.engines, image: parts.imageEngine(asked.engine) };
      const place = asked.place === undefined ? undefined : parts.placeOf(asked.place);
      const { request } = await withPhotos(asked, sideFor(asked, place, {}), options.signal);
      return draftBrief(request, { ...options, engines, render: parts.render, cache: parts.cache });
    },
  };
}

function workflowFor({ photos, use }: AdRequest): WorkflowName {
  if (photos.length === 0) return 'text-to-image';
  return use === 'restyle' ? 'image-to-image' : 'product-composite';
}

/** What is restyled is drawn anew, by an engine that has its own size. */
const sideFor = ({ use, photos }: AdRequest, place: Place | undefined, decided: Partial<Decisions>): number =>
  photoSide(use === 'restyle' ? undefined : place, photos.length, decided);

/** What has one background for several ads is a scene. */
const onOneBackground = (request: AdRequest): AdRequest => ({ ...request, family: SCENE_FAMILY });

function planFor(input: PlanInput, services: WorkflowServices): Promise<Plan> | Plan {
  if (input.place?.slices !== undefined && input.request.lettering) return detailPage(input, services);
  if (input.place?.bare !== undefined) return barePicture(input, services, scenePlan);
  return mayBeDesigned(input.request) ? designedAd(input, services, scenePlan) : scenePlan(input);
}

function scenePlan(input: PlanInput): Plan {
  const [first] = input.photos;
  if (first === undefined) return textToImage(input);
  if (input.request.use !== 'restyle') return productComposite(input);
  return hasCutoutAlpha(first) ? restyledScene(input) : imageToImage(input, first);
}

function sourceOf(request: AdRequest, engines: Engines, presets: string): RecipeSource {
  return {
    request,
    engine: { name: engines.image.name, model: engines.image.model },
    ...defined({ remover: workflowFor(request) === 'product-composite' ? engines.remover.name : undefined }),
    presets,
  };
}
