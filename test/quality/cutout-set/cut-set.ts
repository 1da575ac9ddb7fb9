import type { BackgroundRemover } from '../../../src/engines/ports.ts';
import type { CutoutSignals } from '../../../src/imaging/cutout/confidence/signals.ts';
import type { Cutout } from '../../../src/imaging/cutout/cutout.ts';
import { type CutoutScores, isAccepted, scoreBest } from '../cutout-metrics.ts';
import type { TruePhoto } from '../true-photo.ts';
import type { KnownPhoto } from './known-photo.ts';

/** A photo of a set cut out, and how well. */
export interface SetCut extends CutoutScores, Pick<KnownPhoto, 'name' | 'kind' | 'family' | 'trouble'> {
  readonly confidence: number;
  /** A shop would accept it. */
  readonly hit: boolean;
  /** How many things were found. */
  readonly things: number;
  /** Absent where nothing was found. */
  readonly signals?: CutoutSignals;
}

type OnCut = (cut: SetCut, photo: TruePhoto, cutout: Cutout) => Promise<void> | void;

/** Cuts out one photo after the other. */
export async function cutSet(
  remover: BackgroundRemover,
  photos: readonly KnownPhoto[],
  onCut: OnCut = () => undefined,
): Promise<SetCut[]> {
  const run = { signal: new AbortController().signal };
  const cuts: SetCut[] = [];
  for (const known of photos) {
    const made = await known.make();
    const cutout = await remover.remove(made.photo, run);
    const scores = scoreBest(cutout.matte, made);
    const { name, kind, family, trouble } = known;
    const { confidence, signals } = cutout;
    const cut: SetCut = {
      ...scores,
      name,
      kind,
      family,
      confidence,
      hit: isAccepted(scores),
      things: cutout.things.length,
      ...(trouble === undefined ? {} : { trouble }),
      ...(signals === undefined ? {} : { signals }),
    };
    cuts.push(cut);
    await onCut(cut, made, cutout);
  }
  return cuts;
}
