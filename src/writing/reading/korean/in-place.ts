import type { Atom } from './atom.ts';
import { figureInPlace } from './figures-in-place.ts';
import { giftInPlace } from './gifts-in-place.ts';
import { timeInPlace } from './times-in-place.ts';
import { wordInPlace } from './words-in-place.ts';

/** A class that its neighbours decide. */
export function inPlace(atom: Atom, before: Atom | undefined, after: Atom | undefined): Atom {
  const code =
    timeInPlace(atom, before, after) ??
    wordInPlace(atom, before, after) ??
    figureInPlace(atom, before, after) ??
    giftInPlace(atom, before, after);
  return code === undefined ? atom : { ...atom, code };
}
