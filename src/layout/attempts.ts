import { isPill } from '../ad/copy.ts';
import { area, type Box } from '../ad/geometry.ts';
import { TREATMENTS, type Treatment, type Underlay } from '../ad/layout.ts';
import type { HexColour } from '../ad/scene.ts';
import { hexToOklch, oklchToHex } from '../imaging/colour.ts';
import { backgroundOf } from '../typography/contrast.ts';
import { boxOf, type Draft, type Group, inkOf, isStrip } from './draft.ts';
import { readableColour, shadeFor, sheetFor, type Tone } from './letter-colours.ts';
import type { LetteringContext } from './lettering-context.ts';
import type { PictureMap } from './picture-map.ts';
import { underlaysOf } from './underlays.ts';

/** A single small line near an edge is served with a scrim along the edge sooner than with a patch of blur. */
export function treatmentsFor(group: Group, { frame }: LetteringContext): readonly Treatment[] {
  // Many small lines are read on a sheet of one colour; a patch of blur behind them looks like a smudge.
  if (isStrip(group))
    return ['none', 'panel', ...TREATMENTS.filter((step) => step !== 'none' && step !== 'panel')];
  if (boxOf(group).height > 2.5 * frame.unit) return TREATMENTS;
  return ['none', 'scrim', ...TREATMENTS.filter((step) => step !== 'none' && step !== 'scrim')];
}

/** One way to make a group readable. */
export interface Attempt {
  readonly treatment: Treatment;
  readonly tone: Tone;
  readonly underlays: readonly Underlay[];
  /** Of a shadow or an outline. */
  readonly halo?: { readonly colour: HexColour; readonly strength: number };
}

/** Strengths of shadows that are tried, gentlest first. */
const SHADOWS = [0.6, 1];

/** The ways of one treatment to make a group readable, gentlest first; those that cannot serve are left out. */
export function attemptsOf(
  treatment: Treatment,
  group: Group,
  others: readonly Box[],
  known: Tone | undefined,
  ground: LetteringContext,
): readonly Attempt[] {
  // A pill is a ground of its own.
  const lettered = group.filter(({ slot }) => !isPill(slot));
  const words = boxOf(lettered.length === 0 ? group : lettered);
  return tonesFor(treatment, words, known, ground)
    .flatMap((tone) => attemptsInTone(treatment, tone, { lettered, words, others, ground }))
    .filter((attempt) => isPromising(lettered, attempt, ground));
}

interface Place {
  readonly lettered: Group;
  readonly words: Box;
  readonly others: readonly Box[];
  readonly ground: LetteringContext;
}

function attemptsInTone(treatment: Treatment, tone: Tone, place: Place): readonly Attempt[] {
  const { lettered, words, others, ground } = place;
  const { map, frame, palette } = ground;
  const base = { treatment, tone, underlays: [] };
  const shade = shadeFor(tone, map.colour(words));
  switch (treatment) {
    case 'none':
      return [base];
    case 'shadow':
      return SHADOWS.map((strength) => ({ ...base, halo: { colour: shade, strength } }));
    case 'outline':
      return [{ ...base, halo: { colour: shade, strength: 1 } }];
    default: {
      const colour = treatment === 'panel' ? sheetFor(tone, palette) : shade;
      const request = { words, others, under: coverOf(lettered, map), colour, frame, map };
      return underlaysOf(treatment, request).map((underlay) => ({ ...base, underlays: [underlay] }));
    }
  }
}

/** Share of the words' boxes that lies on what the picture shows. */
function coverOf(drafts: readonly Draft[], map: PictureMap): number {
  const covered = drafts.reduce((sum, { box }) => sum + area(box) * map.subjectShare(box), 0);
  return covered / Math.max(1, inkOf(drafts));
}

/** OKLab lightness, 0–100, from which on a ground calls for dark letters. */
const MIDDLE = 62;

/** Bare words prefer the palette's own ink; what is laid under words should change the picture least. */
function tonesFor(
  treatment: Treatment,
  words: Box,
  known: Tone | undefined,
  { map, palette }: LetteringContext,
): readonly Tone[] {
  const own: Tone = hexToOklch(palette.ink)[0] < 0.55 ? 'dark' : 'light';
  const near: Tone = map.lightness(words).mean >= MIDDLE ? 'dark' : 'light';
  const first = treatment === 'none' || treatment === 'panel' ? (known ?? own) : near;
  return [first, first === 'dark' ? 'light' : 'dark'];
}

/** How far a halo moves the ground towards its colour at most, for a guess before anything is painted. */
const SHADOW_REACH = 0.92;
const OUTLINE_REACH = 0.98;

/** Whether an attempt can serve at all, judged by the mean lightness of the ground: most cannot, and painting is dear. */
function isPromising(
  lettered: Group,
  { treatment, tone, underlays, halo }: Attempt,
  ground: LetteringContext,
): boolean {
  const colour = halo?.colour ?? underlays[0]?.colour;
  const share =
    underlays[0]?.opacity ?? (treatment === 'outline' ? OUTLINE_REACH : (halo?.strength ?? 0) * SHADOW_REACH);
  const target = colour === undefined ? 0 : 100 * hexToOklch(colour)[0];
  return lettered.every(({ slot, box, wish }) => {
    const { mean } = ground.map.lightness(box);
    const grey = oklchToHex([(mean + (target - mean) * share) / 100, 0, 0]);
    return readableColour(slot, tone, ground.palette, backgroundOf(grey), wish) !== undefined;
  });
}
