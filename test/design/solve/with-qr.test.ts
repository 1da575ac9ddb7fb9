import { describe, expect, it } from 'vitest';
import type { ResolvedBox } from '../../../src/design/solve/resolve-tree.ts';
import { withQr } from '../../../src/design/solve/with-qr.ts';

const leaf = (letters: ResolvedBox['letters']): ResolvedBox => ({
  style: {},
  children: [],
  ...(letters === undefined ? {} : { letters }),
});

const tree: ResolvedBox = { style: {}, children: [leaf('headline'), leaf('price'), leaf('details')] };

/** The words that a code stands with, and how. */
function placeIn(box: ResolvedBox): string | undefined {
  if (box.children.some(({ show }) => show === 'qr'))
    return `${box.children[0]?.letters} ${box.style.direction}`;
  return box.children.flatMap((child) => placeIn(child) ?? [])[0];
}

const places = (of: ResolvedBox, isNarrow: boolean, byHeadline = false): readonly (string | undefined)[] =>
  withQr(of, 220, 10, { isNarrow, byHeadline }).map(placeIn);

describe('A QR code', () => {
  it('stands beside the details; where that is too narrow under them, then beside other words', () => {
    expect(places(tree, false)).toEqual(['details row', 'details column', 'price row']);
  });

  it('stands under the words of a tower', () => {
    expect(places(tree, true)).toEqual(['details column', 'price column']);
  });

  it('stands with the headline alone only where the family was asked for', () => {
    const bare: ResolvedBox = { style: {}, children: [leaf('headline')] };
    expect(places(bare, false)).toEqual([]);
    expect(places(bare, false, true)).toEqual(['headline row']);
  });

  it('stands on nothing that is turned', () => {
    const turned: ResolvedBox = { style: {}, children: [{ style: { turn: -8 }, children: [leaf('price')] }] };
    expect(places(turned, false)).toEqual([]);
  });
});
