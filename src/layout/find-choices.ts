import type { Face } from '../ad/face.ts';
import { area, type Box, expand, overlaps } from '../ad/geometry.ts';
import { seededRandom, seedFor } from '../imaging/random.ts';
import { arrangementsIn, type IsFree } from './arrange.ts';
import { type Burst, burstSpots, setBurst, withBurst } from './burst.ts';
import type { Choice } from './choice.ts';
import { columnsOf } from './columns.ts';
import type { CopyText } from './copy-text.ts';
import { draftsOf } from './draft.ts';
import { productOf } from './lettering-scene.ts';
import { withoutLeastNeeded } from './needed-details.ts';
import type { TextLayoutRequest } from './request.ts';
import { faultsOf, type Scene, totalOf } from './score.ts';
import { CopySetter } from './set-copy.ts';
import type { Detail } from './set-details.ts';
import { type TextScale, textScale } from './text-scale.ts';
import { MIN_PADDING } from './underlays.ts';

/** How far words may be squeezed, and what they keep from the product (in units of the frame), least bad first. */
const CONCESSIONS = [
  { squeeze: 1, gap: 1 },
  { squeeze: 0.86, gap: 0.8 },
  { squeeze: 0.74, gap: 0.6 },
  { squeeze: 0.62, gap: MIN_PADDING },
  { squeeze: 0.5, gap: MIN_PADDING },
  { squeeze: 0.4, gap: MIN_PADDING },
] as const;

/**
 * Where nobody says what the product is: how far words may be squeezed, and how much of what the picture shows each may
 * cover.
 */
const CONCESSIONS_TO_SUBJECT = [
  { squeeze: 1, cover: 0.02 },
  { squeeze: 0.86, cover: 0.02 },
  { squeeze: 0.86, cover: 0.12 },
  { squeeze: 0.74, cover: 0.2 },
  { squeeze: 0.74, cover: 0.4 },
  { squeeze: 1, cover: 1 },
  { squeeze: 0.74, cover: 1 },
  { squeeze: 0.5, cover: 1 },
  { squeeze: 0.4, cover: 1 },
] as const;

/** As that, of words that are the whole picture: larger than beside a product, as far as they fit. */
const ALONE = [
  { squeeze: 1.5, cover: 0.12 },
  { squeeze: 1.3, cover: 0.12 },
  { squeeze: 1.14, cover: 0.12 },
  ...CONCESSIONS_TO_SUBJECT,
] as const;

/** Down to here words are rather squeezed than parted. */
const MIN_WHOLE = 0.6;

/** How much the seed may prefer one arrangement over another, so that another seed gives another good one. */
const JITTER = 0.09;

export interface Choices {
  /** Best first. */
  readonly choices: readonly Choice[];
  /** Details that find no room. */
  readonly left: readonly Detail[];
}

/** All arrangements of the words with the least concession that allows any. */
export function findChoices(
  copy: CopyText,
  scene: Scene,
  request: TextLayoutRequest,
  faces: readonly Face[],
): Choices {
  const { map, frame } = scene;
  const bare =
    productOf(request) === undefined
      ? (scene.alone ? ALONE : CONCESSIONS_TO_SUBJECT).map(({ squeeze, cover }) => ({
          squeeze,
          isFree: (box: Box) => map.subjectShare(box) <= cover,
        }))
      : CONCESSIONS.map(({ squeeze, gap }) => ({
          squeeze,
          isFree: (box: Box) => map.productShare(expand(box, gap * frame.unit)) === 0,
        }));
  const isOff = offTaken(request, frame);
  const steps = bare.map(({ squeeze, isFree }) => ({
    squeeze,
    isFree: (box: Box) => isOff(box) && isFree(box),
  }));
  // Words are set smaller before they are parted, and parted before they cannot be read from afar.
  // Before a detail is left out they are squeezed as far as can be.
  const whole = steps.filter(({ squeeze }) => squeeze >= MIN_WHOLE || copy.details.length > 0);
  for (const { squeeze, isFree } of whole) {
    const choices = arranged(copy, scene, request, faces, { squeeze, mayPart: false }, isFree);
    if (choices.length > 0) return { choices, left: [] };
  }
  const last = steps.at(-1)!;
  const { kept, left } = fewestLeftOut(copy, (fewer) =>
    hasRoom(fewer, scene, request, faces, { squeeze: last.squeeze, mayPart: true }, last.isFree),
  );
  const rest = { ...copy, details: kept };
  for (const { squeeze, isFree } of steps) {
    const choices = arranged(rest, scene, request, faces, { squeeze, mayPart: true }, isFree);
    if (choices.length > 0) return { choices, left };
  }
  // The product leaves no room: as little of it as can be is covered, and the reasons say so.
  const least = { squeeze: 0.4, mayPart: true };
  const off = arranged(rest, scene, request, faces, least, isOff);
  const anywhere = off.length > 0 ? off : arranged(rest, scene, request, faces, least, () => true);
  const covered = (choice: Choice): number =>
    draftsOf(choice.arrangement).reduce((sum, { box }) => sum + area(box) * scene.map.productShare(box), 0);
  return { choices: anywhere.toSorted((a, b) => covered(a) - covered(b)).slice(0, 1), left };
}

/** What words keep from other things, in units of the frame. */
const FROM_TAKEN = 0.8;

const offTaken =
  ({ taken = [] }: TextLayoutRequest, { unit }: Scene['frame']): IsFree =>
  (box) =>
    taken.every((other) => !overlaps(expand(box, FROM_TAKEN * unit), other));

/** The details without as few as must go for the words to have room; without none where that does not help. */
function fewestLeftOut(
  copy: CopyText,
  hasRoomFor: (copy: CopyText) => boolean,
): ReturnType<typeof withoutLeastNeeded> {
  const { details } = copy;
  const fits = (count: number): boolean =>
    hasRoomFor({ ...copy, details: withoutLeastNeeded(details, count).kept });
  let [tooFew, enough] = [-1, details.length];
  if (details.length === 0 || !fits(enough)) return withoutLeastNeeded(details, details.length);
  while (enough - tooFew > 1) {
    const count = (tooFew + enough) >> 1;
    if (fits(count)) enough = count;
    else tooFew = count;
  }
  return withoutLeastNeeded(details, enough);
}

const withoutBadge = (copy: CopyText): CopyText => ({
  ...copy,
  slots: copy.slots.filter(({ slot }) => slot !== 'badge'),
});

/** The badge as a burst, where it is short and something else is there to be read first. */
function burstOf(
  copy: CopyText,
  scale: TextScale,
  faces: readonly Face[],
  frame: Scene['frame'],
): Burst | undefined {
  const badge = copy.slots.find(({ slot }) => slot === 'badge');
  if (badge === undefined || copy.slots.length === 1 || copy.onPill === true) return undefined;
  return setBurst(badge.units, scale, faces, frame);
}

/** Whether there is any arrangement. */
function hasRoom(
  copy: CopyText,
  scene: Scene,
  request: TextLayoutRequest,
  faces: readonly Face[],
  { squeeze, mayPart }: { readonly squeeze: number; readonly mayPart: boolean },
  isFree: IsFree,
): boolean {
  const scale = textScale(scene.frame, request.face, faces, squeeze);
  const setter = new CopySetter(copy, scale, faces, mayPart);
  return columnsOf(scene.frame, scene.product).some(
    (column) => arrangementsIn(column, scene.frame, setter, isFree, squeeze).next().done === false,
  );
}

function arranged(
  copy: CopyText,
  scene: Scene,
  request: TextLayoutRequest,
  faces: readonly Face[],
  { squeeze, mayPart }: { readonly squeeze: number; readonly mayPart: boolean },
  isFree: IsFree,
): Choice[] {
  const scale = textScale(scene.frame, request.face, faces, squeeze);
  const setter = new CopySetter(copy, scale, faces, mayPart);
  const choices: Choice[] = [];
  const burst = burstOf(copy, scale, faces, scene.frame);
  const spots = burst === undefined ? [] : burstSpots(burst, scene.frame, scene.product, isFree);
  const apart = burst === undefined || spots.length === 0 ? undefined : burst;
  const worded = apart === undefined ? setter : new CopySetter(withoutBadge(copy), scale, faces, mayPart);
  for (const column of columnsOf(scene.frame, scene.product)) {
    const jitter = JITTER * seededRandom(seedFor(request.seed, `words ${column.name}`))();
    for (const stack of arrangementsIn(column, scene.frame, worded, isFree, squeeze)) {
      const arrangement = apart === undefined ? stack : withBurst(stack, apart, spots, scene.frame);
      if (arrangement === undefined) continue;
      const faults = faultsOf(arrangement, scene);
      choices.push({ arrangement, faults, total: totalOf(faults) + jitter });
    }
  }
  if (choices.length === 0 && apart !== undefined) {
    // The badge finds its place above the headline sooner than anything is made smaller for it.
    return arranged({ ...copy, onPill: true }, scene, request, faces, { squeeze, mayPart }, isFree);
  }
  return choices.sort((a, b) => a.total - b.total);
}
