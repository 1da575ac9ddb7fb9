import type { Atom } from './atom.ts';
import type { Piece } from './piece.ts';

/** That what stands before is not meant, but what stands behind. */
const INSTEAD = /(?:말고|말구)$|^(?:아니고|아니구|아니구요|아니라)$/u;

/** What is done with a thing that is not what the ad is for. */
const DEED = /^(?:대여|렌탈|렌트|리스|할부|매입|수리|임대|체험|중고|구독)$/u;

const SELLS = /^(?:판매|팝니다|팔아요|파는|구매|매매|분양|신품|새제품)/u;

/** A name may be put together from these. */
const NAMED = /^[wzFLghjcT]{1,4}$/;

/** The atoms that a sentence begins with, to be read apart from those behind them. */
interface Instead {
  readonly pieces: readonly Piece[];
  readonly length: number;
}

/**
 * What a sentence begins with that is not what it offers, bound to what it does offer: '볶음밥 말고' before '먹태깡'. Of a
 * thing that is sold and not lent the thing is the name: '휠체어' before '대여 말고 판매합니다'.
 */
export function insteadOf(atoms: readonly Atom[]): Instead | undefined {
  const at = atoms.findIndex(({ text }) => INSTEAD.test(text));
  const next = atoms[at + 1];
  const before = atoms.slice(0, at);
  const grown = !/^(?:말고|말구|아니)/u.test(atoms[at]?.text ?? '');
  if (at < 0 || next === undefined || (before.length === 0 && !grown)) return undefined;
  if (before.length > 0 && !NAMED.test(before.map(({ code }) => code).join(''))) return undefined;
  // '강아지 분양 아니고 용품만 팝니다'
  if (/만$/u.test(next.text) && SELLS.test(atoms[at + 2]?.text ?? ''))
    return {
      pieces: [{ kind: 'notice', atoms: atoms.slice(0, at + 3), loose: false, leans: false }],
      length: at + 3,
    };
  if (SELLS.test(next.text)) {
    const deed = DEED.test(before.at(-1)?.text ?? '') ? 1 : 0;
    if (deed === 0 || before.length < 2) return undefined;
    return {
      pieces: [
        { kind: 'description', atoms: before.slice(0, -deed).map(asThing), loose: true, leans: false },
        { kind: 'notice', atoms: atoms.slice(at - deed, at + 2), loose: false, leans: false },
      ],
      length: at + 2,
    };
  }
  if (!/[wzjhFTc]/.test(next.code)) return undefined;
  const trade = at > 1 && atoms[0]?.code === 'T' ? 1 : 0;
  const said = atoms.slice(trade, at + 1);
  return {
    pieces: [
      ...(trade === 0
        ? []
        : [{ kind: 'description' as const, atoms: atoms.slice(0, 1), loose: true, leans: false }]),
      { kind: 'exception', atoms: said, loose: false, leans: false, bindsNext: true },
    ],
    length: at + 1,
  };
}

/** What a shop has for its customers is a thing where it is sold: 휠체어. */
const asThing = (atom: Atom): Atom => (atom.code === 'F' ? { ...atom, code: 'w' } : atom);
