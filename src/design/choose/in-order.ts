import { detailLines } from '../../ad/copy.ts';
import { defined } from '../../collections/defined.ts';
import { isAsked } from '../../presets/mood.ts';
import { joinUnits } from '../../typography/break-lines.ts';
import { type DesignFamily, type DesignRequest, toShow } from '../design-request.ts';
import { designWords } from '../solve/words.ts';
import { rankFamilies } from './rank-families.ts';

/** The family that was asked for, then the others as they suit the request. */
export function inOrder(request: DesignRequest): readonly DesignFamily[] {
  const { families, asked, copy, size, colours, mood, others = [] } = request;
  const words = designWords(request);
  const ranked = rankFamilies(families, {
    kind: request.occasion,
    trades: request.trades,
    headline: joinUnits(words.of.get('headline')?.units ?? []).length,
    letters: words.letters,
    details: detailLines(copy.details).length,
    ...toShow(request),
    size,
    isRound: request.round !== undefined,
    leaves: new Set(words.of.keys()),
    seed: request.seed ?? colours.seed,
    others,
    ...defined({ mood: mood && isAsked(mood) ? mood.key : undefined }),
  });
  return ranked.toSorted((a, b) => Number(b.key === asked) - Number(a.key === asked));
}
