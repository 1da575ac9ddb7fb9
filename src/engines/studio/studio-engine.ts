import type { StudioCatalogue } from '../../ad/studio-catalogue.ts';
import { defined } from '../../collections/defined.ts';
import type { RestyleOptions } from '../../studio/restyle/restyle.ts';
import type { SceneRequest } from '../../studio/scene.ts';
import type { RenderPool } from '../../workers/render-pool.ts';
import type { ImageEngine, PictureRequest, RestyleRequest } from '../ports.ts';
import { type BackdropChoice, chooseBackdrop } from './choose-backdrop.ts';
import { backdropReasons, restyleReasons } from './reasons.ts';

/** Counts up whenever the same request gives other pixels than before. */
const VERSION = 'recipes-3';

/**
 * The embedded studio: builds sets and lights them, with no weights and no graphics card. It knows its own pictures,
 * so every one comes with its stage.
 */
export function createStudioEngine(pool: RenderPool, studio: StudioCatalogue): ImageEngine {
  return {
    name: 'studio',
    model: VERSION,
    lane: 'cpu',
    async textToImage(request, { signal, onStep }) {
      const choice = chooseBackdrop(request.scene, request.seed, studio);
      const { image, stage } = await pool.run('backdrop', backdropFor(request, choice), { signal });
      onStep?.(1, 1);
      return { image, stage, why: backdropReasons(request, choice, stage, studio) };
    },
    async imageToImage(request, { signal, onStep }) {
      const { image, stage } = await pool.run('restyle', restyleFor(request), { signal });
      onStep?.(1, 1);
      return { image, stage, why: restyleReasons(request, request.strength, studio) };
    },
  };
}

function backdropFor(
  { scene, style, size, seed, room }: PictureRequest,
  { recipe, material }: BackdropChoice,
): SceneRequest {
  const { lighting, palette, season, outlook, darkness, props, productColour, subject, icons } = scene;
  return {
    recipe,
    lighting,
    palette,
    darkness,
    props,
    style,
    room,
    size,
    seed,
    ...defined({
      material,
      season,
      outlook,
      productColour,
      subject: room.product ? undefined : subject,
      icons: room.product ? undefined : icons?.map(({ id }) => id),
    }),
  };
}

function restyleFor({ reference, strength, scene, style, seed }: RestyleRequest): RestyleOptions {
  const { lighting, palette, season, darkness } = scene;
  return {
    reference,
    strength,
    style,
    lighting,
    palette,
    darkness,
    seed,
    ...defined({ season }),
  };
}
