import type { Size } from '../ad/geometry.ts';
import type { ProductLayout, ProductPlacement } from '../ad/layout.ts';
import type { LocalizedText } from '../ad/locale.ts';
import { advisedPlacement, type ProductAdvice } from './advised-placement.ts';
import { explainProducts } from './explain-products.ts';
import { cardRowOf, type Formation, formationOf } from './formation.ts';
import { frameOf } from './frame.ts';
import { pictureMapOf } from './picture-maps.ts';
import type { PlacementCandidate } from './placement-candidate.ts';
import { placementCandidates } from './placement-candidates.ts';
import { cutOf, type PlacementSearch } from './placement-search.ts';
import type { ProductLayoutRequest } from './request.ts';

/**
 * Decides where the products stand and how large they are: on the floor, as large as the words allow, in the middle
 * or near a third. Wishes for size and place hold; products that their photo cut off are set against the picture's
 * edge there.
 *
 * @param advice where somebody else would have them: mended by the same rules, and taken where it measures no worse
 */
export function placeProducts(request: ProductLayoutRequest, advice?: ProductAdvice): ProductLayout {
  const { background, products, kind } = request;
  const frame = frameOf({ width: background.width, height: background.height });
  const sizes = products.map(({ width, height }): Size => ({ width, height }));
  const formation = kind === 'photo-card' ? cardRowOf(sizes) : formationOf(sizes);
  const search: PlacementSearch = {
    request,
    frame,
    formation,
    map: pictureMapOf(background),
    cut: cutOf(request),
  };
  const candidates = placementCandidates(search).toSorted((a, b) => a.total - b.total);
  const [best] = candidates;
  if (best === undefined) throw new Error('No place for the products was found');
  const advised = advice === undefined ? undefined : advisedPlacement(advice, search);
  const follows = advised !== undefined && advised.total <= best.total + ALIKE;
  const chosen = follows ? advised : best;
  const placements = placementsOf(chosen, formation, sizes);
  const hero = placements.find(({ photo }) => photo === 0)?.box.height ?? 0;
  const why = explainProducts(request, frame.size, [chosen, ...candidates], hero / frame.size.height);
  if (advice === undefined) return { placements, kind, why, decidedBy: 'local' };
  if (follows) {
    return { placements, kind, why: [decided(advice.by), ...advice.why, ...why], decidedBy: advice.by };
  }
  return { placements, kind, why: [...why, outdone(advice.by)], decidedBy: 'local' };
}

/** Difference of totals that the measures cannot vouch for: then whoever saw the picture decides. */
const ALIKE = 0.06;

const decided = (by: string): LocalizedText => ({
  ko: `제품 자리와 크기는 ${by} 모델이 그림을 보고 정했고, 기본 규칙으로 다듬었어요.`,
  en: `${by} looked at the picture and chose the product's place and size; the rules adjusted them.`,
});

const outdone = (by: string): LocalizedText => ({
  ko: `${by} 모델이 권한 자리보다 규칙으로 찾은 자리가 나아서 그대로 두었어요.`,
  en: `The rules found a better place for the product than ${by} did, so it was kept.`,
});

function placementsOf(
  { box }: PlacementCandidate,
  formation: Formation,
  sizes: readonly Size[],
): ProductPlacement[] {
  const scale = box.height / formation.height;
  return formation.members
    .map((member): ProductPlacement => {
      const x = Math.round(box.x + member.box.x * scale);
      const y = Math.round(box.y + member.box.y * scale);
      const width = Math.max(1, Math.round(member.box.width * scale));
      const height = Math.max(1, Math.round(member.box.height * scale));
      return {
        photo: member.index,
        box: { x, y, width, height },
        scale: (member.box.height * scale) / sizes[member.index]!.height,
        ground: y + height,
        depth: member.depth,
      };
    })
    .sort((a, b) => a.depth - b.depth);
}
