import type { Adjustment, Bench } from '../../ad/adjustment.ts';
import type { Brief } from '../../ad/brief.ts';
import type { DesignLayout } from '../../ad/design.ts';
import type { AdRequest } from '../../ad/request.ts';
import { explainMoves } from '../../adjust/explain-moves.ts';
import { BoundedMap } from '../../collections/bounded-map.ts';
import { defined } from '../../collections/defined.ts';
import { requestOfBrief } from '../../design/request-of-brief.ts';
import { UserError } from '../../errors/user-error.ts';
import { beginAd } from './begin-ad.ts';
import { type BenchParts, edgesOf } from './bench.ts';
import { designWish } from './design-wish.ts';
import { addMaterial } from './designed-ad.ts';
import { addMadePicture } from './made-picture.ts';
import type { PlanInput } from './plan.ts';
import { recordedDesign } from './wished-picture.ts';

/** A design, and what it was solved for. */
interface Base {
  readonly input: PlanInput;
  readonly brief: Brief;
  readonly design: DesignLayout;
}

/** Designs that are kept, so that what is dragged on one need not wait for it to be solved. */
const MAX_BASES = 6;

/** A designed ad to be adjusted: cut-outs and pictures are made or found once, and no more. */
export async function designBench({ input, services, recipe, at }: BenchParts): Promise<Bench> {
  const recorded = recordedDesign(input);
  // Presets may have given the place another size since.
  if (recorded === undefined) throw new UserError('not-adjustable', {});
  const { workflow, faces, logo } = input;
  const begun = beginAd(input);
  const material = addMaterial(input, begun);
  const made = recorded.made && addMadePicture(input, begun, recipe.decided.brief, recorded.made);
  const { heroes, pictures } = await workflow.run(
    { heroes: material.heroes, pictures: made?.pictures ?? material.pictures },
    services,
  );
  const bases = new BoundedMap<string, Base>(MAX_BASES);

  async function baseOf({ copy, family, colours, place }: Adjustment, signal?: AbortSignal): Promise<Base> {
    const { brief } = recipe.decided;
    const asked = withColours(recipe.request, colours);
    const settled = { ...asked, family: family ?? recorded?.family ?? '', lettering: true };
    const moved = { ...input, ...(place === undefined ? { request: settled } : at(settled, place)) };
    const base = { input: moved, brief: copy === undefined ? brief : { ...brief, copy } };
    if (recorded !== undefined && [copy, family, colours, place].every((change) => change === undefined))
      return { ...base, design: recorded };
    const key = JSON.stringify([copy, family, colours, place]);
    const known = bases.get(key);
    if (known !== undefined) return known;
    const wish = { ...designWish(moved, base.brief), heroes, pictures, ...defined({ made: recorded?.made }) };
    const found = await services.render.run(
      'compose-design',
      requestOfBrief(wish, faces),
      defined({ signal }),
    );
    if (!('design' in found)) throw new UserError('adjust-no-room', {});
    const solved = { ...base, design: found.design };
    bases.set(key, solved);
    return solved;
  }

  return {
    async adjust(adjustment, signal) {
      const base = await baseOf(adjustment, signal);
      const { moves } = adjustment;
      const { design, pieces, faults, picture } = await services.render.run(
        'adjust-design',
        {
          design: base.design,
          moves,
          copy: base.brief.copy,
          pictures: { heroes, photos: pictures },
          edges: edgesOf(base.input.place),
          faces,
          ...defined({ logo }),
        },
        defined({ signal }),
      );
      const why = [...base.design.why, ...explainMoves(pieces, moves, design.size)];
      const { brief, input: moved } = base;
      const { request } = moved;
      return {
        size: design.size,
        picture,
        pieces,
        faults,
        why,
        warnings: base.design.warnings,
        copy: brief.copy,
        family: design.family,
        colours: request.brand?.colours ?? [],
        made: {
          request: {
            ...request,
            family: design.family,
            copy: brief.copy,
            letteringSeed: request.letteringSeed ?? request.seed,
          },
          decided: {
            ...defined({ photoSide: recipe.decided.photoSide }),
            brief,
            // What is told here is told with the ad, for whoever comes to it later.
            design: {
              ...design,
              why,
              warnings: [...base.design.warnings, ...faults.map(({ said }) => said)],
            },
          },
        },
      };
    },
  };
}

function withColours(request: AdRequest, colours: Adjustment['colours']): AdRequest {
  return colours === undefined ? request : { ...request, brand: { ...request.brand, colours } };
}
