import type { Hero } from '../../ad/hero.ts';
import { defined } from '../../collections/defined.ts';
import type { HeroMaterial, PictureMaterial } from '../../design/design-request.ts';
import { iconOfModel } from '../../design/model-icons.ts';
import type { Thing } from '../../imaging/cutout/cutout.ts';
import type { Raster } from '../../imaging/raster.ts';
import { hasNoGround, withAir } from '../../imaging/with-air.ts';
import type { CutEdges } from '../../layout/request.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  /** What is shown where there are no photos. */
  readonly hero?: Hero;
  /** In the order of the request, as the other lists. */
  readonly photos: readonly Raster[];
  /** Each photo's product, cropped to its matte. */
  readonly products: readonly Raster[];
  readonly confidences: readonly number[];
  readonly cutEdges: readonly CutEdges[];
  readonly things: readonly (readonly Thing[])[];
  readonly picked: readonly (readonly number[])[];
}

export interface DesignMaterialOutputs {
  readonly heroes: readonly HeroMaterial[];
  readonly pictures: readonly PictureMaterial[];
}

/** Of a photo without ground, on each side, as a share of its longer side. */
const AIR = 0.35;

function standingFree(photo: number, picture: Raster): PictureMaterial {
  const { width, height } = picture;
  const air = Math.round(AIR * Math.max(width, height));
  return { photo, image: withAir(picture, air), subject: { x: air, y: air, width, height } };
}

/** A cut-out that is less sure than this is not used: its photo is shown whole. */
const LEAST_CONFIDENCE = 0.5;

/** Brings together what a design can show: cut-outs that can be trusted, whole photos, 3D icons. */
export class DesignMaterialNode extends BaseNode<Inputs, DesignMaterialOutputs> {
  readonly name = 'DesignMaterialNode';
  readonly version = 2;

  async process(inputs: Inputs, context: NodeContext): Promise<DesignMaterialOutputs> {
    const { hero, photos, products, confidences, cutEdges, things, picked } = inputs;
    if (photos.length === 0) return { heroes: await this.#icons(hero, context), pictures: [] };
    const pictures = photos.map((image, photo): PictureMaterial => {
      const subject = things[photo]?.[picked[photo]?.[0] ?? 0]?.box;
      // What stands free already lies on the design's ground, with room around it.
      if (hasNoGround(image)) return standingFree(photo, image);
      return { photo, image, ...defined({ subject }) };
    });
    // What its photo cut off cannot stand free: the cut would show.
    const isWhole = (edges: CutEdges | undefined): boolean =>
      edges === undefined || !(edges.left || edges.top || edges.right || edges.bottom);
    const trusted = photos.every((_, i) => (confidences[i] ?? 0) >= LEAST_CONFIDENCE && isWhole(cutEdges[i]));
    const heroes = trusted
      ? products.map((image, photo): HeroMaterial => ({ source: { kind: 'photo', photo }, image }))
      : [];
    return { heroes, pictures };
  }

  async #icons(hero: Hero | undefined, { render, signal }: NodeContext): Promise<readonly HeroMaterial[]> {
    const model = hero?.kind === 'model' ? iconOfModel(hero.id) : undefined;
    const ids = hero?.kind === 'icon' ? hero.ids : model === undefined ? [] : [model];
    return Promise.all(
      ids.map(async (id) => ({
        source: { kind: 'icon', id } as const,
        image: await render.run('icon-picture', id, { signal }),
      })),
    );
  }
}
