import type { StatementKind } from '../../../ad/statement.ts';
import type { Clause, Segment, Segmenter } from '../statements/segment.ts';
import { type Atom, atomsOf } from './atoms.ts';
import { CHUNK_RULES } from './chunks.ts';
import { namePhrases } from './name-phrases.ts';
import { isTradeWord } from './trade-words.ts';

/** Statements of a Korean clause: what figures and binding words hold together, and the names that stand between. */
export const segmentKorean: Segmenter = (clause, context) => {
  const atoms = atomsOf(context.text, clause, context.struck, (from, to) => isTradeWord(from, to, context));
  const codes = atoms.map(({ code }) => code).join('');
  const segments: Segment[] = [];
  let pending: Atom[] = [];
  const flush = (): void => {
    segments.push(...namePhrases(pending));
    pending = [];
  };
  let at = 0;
  while (at < atoms.length) {
    const atom = atoms[at];
    if (atom === undefined) break;
    const found = chunkAt(codes, at);
    if (found === undefined) {
      pending.push(atom);
      at += 1;
      // A sentence ends with its verb.
      if (atom.code === 'v') flush();
      continue;
    }
    const leaning = takeLeaning(pending, atom);
    flush();
    const last = atoms[at + found.length - 1];
    segments.push(
      segmentOf(
        found.kind,
        found.leans,
        leaning ?? atom,
        last ?? atom,
        clause,
        atoms.slice(at, at + found.length),
      ),
    );
    at += found.length;
  }
  flush();
  return segments;
};

interface Chunk {
  readonly kind: StatementKind;
  readonly leans: boolean;
  readonly length: number;
}

function chunkAt(codes: string, at: number): Chunk | undefined {
  for (const { kind, pattern, leans } of CHUNK_RULES) {
    pattern.lastIndex = at;
    const length = pattern.exec(codes)?.[0].length ?? 0;
    if (length > 0) return { kind, leans: leans === true, length };
  }
  return undefined;
}

/** Takes from the words before a statement those that hang on it: '인스타를 …', '매장에서 …'. */
function takeLeaning(pending: Atom[], next: Atom): Atom | undefined {
  // '택배 발송은 …'
  if (next.code === 'V' && /[FL]/.test(pending.at(-1)?.code ?? '')) return pending.pop();
  if (!/[by]$/.test(pending.at(-1)?.code ?? '')) return undefined;
  let from = pending.length - 1;
  while (from > 0 && /[byV]/.test(pending[from - 1]?.code ?? '')) from -= 1;
  const [first] = pending.splice(from);
  return first;
}

function segmentOf(
  kind: StatementKind,
  leans: boolean,
  first: Atom,
  last: Atom,
  clause: Clause,
  atoms: readonly Atom[],
): Segment {
  const segment = { kind, start: first.start, end: last.end };
  if (kind === 'price') {
    const old = formerPrice(atoms);
    if (old !== undefined) return { ...segment, oldPrice: old };
  }
  return leans || (clause.bracketed && kind !== 'contact' && kind !== 'place')
    ? { ...segment, bindsBefore: true }
    : segment;
}

/** Of two prices in one statement, the former: struck out, before an arrow, or called so. */
function formerPrice(atoms: readonly Atom[]): Segment['oldPrice'] {
  const prices = atoms.filter(({ code }) => 'ms#'.includes(code));
  const [first, second] = prices;
  if (first === undefined || second === undefined) return undefined;
  const isStruck = first.code === 's';
  const arrow = atoms.some(({ code }) => code === '>');
  const label = atoms.findIndex(({ code }) => code === 'P');
  const called =
    label >= 0 && /^(?:정가|원가|기존|원래|소비자|정상|시중|권장|출시)/.test(atoms[label]?.text ?? '');
  if (!isStruck && !arrow && !called && !/에서$/.test(first.text)) return undefined;
  const from = called && atoms[label + 1] === first ? (atoms[label]?.start ?? first.start) : first.start;
  return { start: from, end: first.end };
}
