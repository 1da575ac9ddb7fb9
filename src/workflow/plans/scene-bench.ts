import type { Adjustment, Bench } from '../../ad/adjustment.ts';
import type { AdCopy } from '../../ad/copy.ts';
import type { ProductLayout, TextLayout } from '../../ad/layout.ts';
import { explainMoves } from '../../adjust/explain-moves.ts';
import { moveScene, type SceneLayout, scenePieces } from '../../adjust/move-scene.ts';
import { BoundedMap } from '../../collections/bounded-map.ts';
import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import type { PlacedLayer } from '../../imaging/composite/layer.ts';
import { placeLayers } from '../../imaging/composite/place-layers.ts';
import { beginAd } from './begin-ad.ts';
import { type BenchParts, edgesOf } from './bench.ts';
import { addBackground, addPlaced } from './product-composite.ts';

/** Layouts of words that are kept. */
const MAX_WORDS = 6;

/** A scene to be adjusted: background and cut-outs are made or found once, and no more. */
export async function sceneBench({ input, services, recipe }: BenchParts): Promise<Bench> {
  const { workflow, request, faces, logo, place, size } = input;
  const { brief, productLayout, textLayout } = recipe.decided;
  const begun = beginAd(input);
  const background = addBackground(input, begun.brief);
  const placed =
    begun.cuts.length === 0 ? undefined : addPlaced(workflow, request, begun.cuts, brief.copy, background);
  const {
    ground,
    stage,
    layers = [],
  } = await workflow.run(
    { ground: background.image, stage: background.stage, ...defined({ layers: placed?.layers }) },
    services,
  );
  const wordings = new BoundedMap<string, TextLayout>(MAX_WORDS);
  const harmonise = request.harmonise ?? 0;
  const { seed } = request;

  const setIn = async (products: ProductLayout | undefined) => {
    if (products === undefined) return undefined;
    const { kind, placements } = products;
    const chosen = placements.flatMap((placement) => {
      const image = layers[placement.photo];
      return image === undefined ? [] : [{ image, placement }];
    });
    const set: readonly PlacedLayer[] = await placeLayers(chosen);
    return { stage, layers: set, kind, harmonise, seed };
  };

  /** The words where rules set them beside the products as they stand now. */
  async function wordsFor(
    copy: AdCopy,
    products: ProductLayout | undefined,
    signal?: AbortSignal,
  ): Promise<TextLayout> {
    const key = JSON.stringify([copy, products?.placements]);
    const known = wordings.get(key);
    if (known !== undefined) return known;
    const set = await setIn(products);
    const run = defined({ signal });
    const scene = set && (await services.render.run('composite', { background: ground, ...set }, run));
    const laid = await services.render.run(
      'place-text',
      {
        request: {
          image: scene?.image ?? ground,
          stage,
          copy,
          palette: brief.scene.palette,
          face: brief.face,
          seed: request.letteringSeed ?? request.seed,
          ...defined({ product: scene?.product, safe: place?.safe?.is, letters: place?.letters?.is }),
        },
        faces,
      },
      run,
    );
    wordings.set(key, laid);
    return laid;
  }

  return {
    async adjust({ moves, copy: edited, family, colours, place: elsewhere }: Adjustment, signal) {
      // Another sheet or other colours are another background.
      if ([family, colours, elsewhere].some((change) => change !== undefined))
        throw new UserError('adjust-scene', {});
      const copy = edited ?? brief.copy;
      const products = defined({ products: productLayout });
      const placedNow = moveScene(products, scenePieces(products, copy), moves, size);
      const words = edited === undefined ? textLayout : await wordsFor(edited, placedNow.products, signal);
      const base: SceneLayout = { ...products, ...defined({ words }) };
      const pieces = scenePieces(base, copy);
      const moved = moveScene(base, pieces, moves, size);
      const adjusted = await services.render.run(
        'adjust-scene',
        {
          ground,
          layout: moved,
          pieces,
          edges: edgesOf(place),
          faces,
          ...defined({ products: await setIn(moved.products), logo }),
        },
        defined({ signal }),
      );
      const { layout, faults, picture } = adjusted;
      const told = explainMoves(adjusted.pieces, moves, size);
      const why = [...(words?.why ?? []), ...told];
      return {
        size,
        picture,
        pieces: adjusted.pieces,
        faults,
        why: [...(layout.products?.why ?? []), ...why],
        warnings: words?.warnings ?? [],
        copy,
        colours: request.brand?.colours ?? [],
        made: {
          request: { ...request, copy, letteringSeed: request.letteringSeed ?? seed },
          decided: {
            brief: { ...brief, copy },
            ...defined({
              productLayout: layout.products,
              textLayout: layout.words && {
                ...layout.words,
                why,
                warnings: [...layout.words.warnings, ...faults.map(({ said }) => said)],
              },
            }),
          },
        },
      };
    },
  };
}
