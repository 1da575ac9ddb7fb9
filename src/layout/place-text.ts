import type { Face } from '../ad/face.ts';
import { area, centre, intersection } from '../ad/geometry.ts';
import type { TextLayout } from '../ad/layout.ts';
import { UserError } from '../errors/user-error.ts';
import { joinUnits } from '../typography/break-lines.ts';
import type { Choice, ReadableChoice } from './choice.ts';
import { type CopyText, copyText } from './copy-text.ts';
import { type Arrangement, boxOf } from './draft.ts';
import { explainText } from './explain-text.ts';
import { findChoices } from './find-choices.ts';
import type { LetteringContext } from './lettering-context.ts';
import { letteringContextFor, sceneOf } from './lettering-scene.ts';
import { makeReadable } from './make-readable.ts';
import { leftOutWarnings } from './needed-details.ts';
import type { TextLayoutRequest } from './request.ts';
import type { Detail } from './set-details.ts';

/** Arrangements that are tried on the pixels. */
const TRIED = 6;

/**
 * Decides where the words of an ad go, how large they are and in which colours, so that each can be read and none
 * stands on the product, over another or outside of the margins. The same request gives the same layout.
 *
 * @param faces at least one, in the order in which they stand in for one another
 * @throws UserError `copy-no-room`
 */
export function placeText(request: TextLayoutRequest, faces: readonly Face[]): TextLayout {
  const copy = copyText(request.copy, faces);
  const size = { width: request.image.width, height: request.image.height };
  const base = { size, decidedBy: 'local' };
  if (copy.slots.length === 0)
    return { ...base, underlays: [], blocks: [], why: [], warnings: copy.warnings };
  const scene = sceneOf(request, faces);
  const ground = letteringContextFor(request, scene, faces);
  const { choices, left } = findChoices(copy, scene, request, faces);
  const tried = tryOut(choices, ground);
  const [best, second] = tried;
  // Letters of a few signs can be larger than any picture: circles drawn around circles.
  if (best === undefined) throw new UserError('copy-no-room', {});
  const { blocks, underlays } = best.lettering;
  const warnings = [...copy.warnings, ...leftOutWarnings(left, longTexts(copy, left))];
  return { ...base, blocks, underlays, why: explainText(best, second, scene), warnings };
}

/** The texts that take room: each slot's, and each detail. */
const longTexts = ({ slots, details }: CopyText, left: readonly Detail[]): readonly string[] => [
  ...slots.flatMap(({ slot, units }) => (slot === 'details' ? [] : [joinUnits(units)])),
  ...details.filter((detail) => !left.includes(detail)).map(({ text }) => text),
];

/** The best choices that differ from one another, with their letters' colours; best first. */
function tryOut(choices: readonly Choice[], ground: LetteringContext): readonly ReadableChoice[] {
  const tried: ReadableChoice[] = [];
  const seen: Choice[] = [];
  let best = Number.POSITIVE_INFINITY;
  for (const choice of choices) {
    // What is done for the contrast only ever costs, so nothing that is worse bare can win.
    if (seen.length === TRIED || (tried.length > 1 && choice.total >= best)) break;
    if (seen.some((other) => isAlike(other.arrangement, choice.arrangement, ground))) continue;
    seen.push(choice);
    const budget = tried.length < 2 ? undefined : best - choice.total;
    const lettering = makeReadable(choice.arrangement, ground, budget);
    if (lettering === undefined) continue;
    const total = choice.total + lettering.penalty;
    best = Math.min(best, total);
    tried.push({ ...choice, total, lettering });
  }
  return tried.sort((a, b) => a.total - b.total);
}

/** Whether a person would say that two arrangements are the same. */
function isAlike(a: Arrangement, b: Arrangement, { frame }: LetteringContext): boolean {
  const [first, second] = [a.groups[0], b.groups[0]];
  if (first === undefined || second === undefined) return true;
  const [boxA, boxB] = [boxOf(first), boxOf(second)];
  const common = area(intersection(boxA, boxB));
  const [from, to] = [centre(boxA), centre(boxB)];
  const near = Math.hypot(from.x - to.x, from.y - to.y) < 0.14 * frame.side;
  return a.align === b.align && (near || common > 0.6 * Math.min(area(boxA), area(boxB)));
}
