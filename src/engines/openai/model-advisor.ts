import { isEmptyCopy } from '../../ad/copy.ts';
import type { Face } from '../../ad/face.ts';
import type { ProductLayout, TextLayout } from '../../ad/layout.ts';
import { encodeJpeg } from '../../imaging/encode-jpeg.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { RenderPool } from '../../workers/render-pool.ts';
import type { LayoutAdvisor } from '../ports.ts';
import type { ModelAsker } from './model-asker.ts';
import {
  PRODUCT_LAYOUT_INSTRUCTIONS,
  PRODUCT_LAYOUT_TOKENS,
  productAdvice,
  productLayoutAnswer,
  productLayoutMaterial,
} from './product-layout-question.ts';
import {
  TEXT_LAYOUT_INSTRUCTIONS,
  TEXT_LAYOUT_TOKENS,
  textAdvice,
  textLayoutAnswer,
  textLayoutMaterial,
} from './text-layout-question.ts';
import { fallbackText } from './usage-note.ts';

export interface ModelAdvisorParts {
  readonly asker: ModelAsker;
  /** One that sees. */
  readonly model: string;
  readonly pool: RenderPool;
  readonly faces: readonly Face[];
  /** Decides where the model does not. */
  readonly local: LayoutAdvisor;
}

/** What is sent of a picture: enough to see where it is calm, and no more. It carries no metadata. */
const SIDE = 768;
const QUALITY = 80;

const seen = (picture: Raster): Promise<Uint8Array> => encodeJpeg(picture, SIDE, QUALITY);

/**
 * The advisor that shows a vision model the picture. Its advice is mended by the rules, measured against the local
 * layout by the same measures, and the better one is taken; where no advice comes, the local advisor decides.
 */
export function createModelAdvisor({ asker, model, pool, faces, local }: ModelAdvisorParts): LayoutAdvisor {
  return {
    name: `${model} and rules`,
    lane: 'network',
    async placeProducts(request, run): Promise<ProductLayout> {
      // What the person wished for holds: there is nothing to ask.
      if (request.scale !== undefined || request.position !== undefined) {
        return local.placeProducts(request, run);
      }
      const answer = await asker.ask(
        {
          model,
          name: 'product_layout',
          instructions: PRODUCT_LAYOUT_INSTRUCTIONS,
          material: productLayoutMaterial(request),
          images: [await seen(request.background)],
          schema: productLayoutAnswer,
          maxTokens: PRODUCT_LAYOUT_TOKENS,
        },
        run,
      );
      if ('failed' in answer) {
        const layout = await local.placeProducts(request, run);
        return { ...layout, why: [...layout.why, fallbackText(model, answer.failed)] };
      }
      const { signal } = run;
      return pool.run('place-products', { request, advice: productAdvice(answer.value, model) }, { signal });
    },
    async placeText(request, run): Promise<TextLayout> {
      if (isEmptyCopy(request.copy)) return local.placeText(request, run);
      const answer = await asker.ask(
        {
          model,
          name: 'text_layout',
          instructions: TEXT_LAYOUT_INSTRUCTIONS,
          material: textLayoutMaterial(request),
          images: [await seen(request.image)],
          schema: textLayoutAnswer,
          maxTokens: TEXT_LAYOUT_TOKENS,
        },
        run,
      );
      if ('failed' in answer) {
        const layout = await local.placeText(request, run);
        return { ...layout, why: [...layout.why, fallbackText(model, answer.failed)] };
      }
      const advice = textAdvice(answer.value, request.image, model);
      return pool.run('weigh-text-advice', { request, advice, faces }, { signal: run.signal });
    },
  };
}
