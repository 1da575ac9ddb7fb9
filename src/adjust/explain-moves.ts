import type { Move, Piece } from '../ad/adjustment.ts';
import type { Size } from '../ad/geometry.ts';
import type { LocalizedText } from '../ad/locale.ts';
import { positionName } from '../layout/position-names.ts';
import { shorten } from '../text/shorten.ts';
import { isMoved } from './placer.ts';

/** UTF-16 units of what is quoted. */
const MAX_QUOTED = 24;

/** Tells what somebody has moved, and where it stands now. */
export function explainMoves(
  pieces: readonly Piece[],
  moves: Readonly<Record<string, Move>>,
  size: Size,
): readonly LocalizedText[] {
  return pieces.flatMap((piece) => {
    const move = Object.hasOwn(moves, piece.id) ? moves[piece.id] : undefined;
    if (move === undefined || !isMoved(move)) return [];
    const at = positionName(piece.box, size);
    const name = nameOf(piece);
    const scale = Math.round(100 * move.scale);
    const sized =
      scale === 100 ? { ko: '', en: '' } : { ko: `, 크기는 ${scale} %로`, en: `, at ${scale} % of its size` };
    return [
      {
        ko: `${name.ko}: 직접 ${at.ko}에 놓았어요${sized.ko}.`,
        en: `${name.en} was placed by hand ${at.en}${sized.en}.`,
      },
    ];
  });
}

function nameOf({ kind, text }: Piece): LocalizedText {
  if (kind === 'product') return { ko: '제품', en: 'The product' };
  if (kind === 'picture') return { ko: '사진', en: 'The photo' };
  return { ko: `‘${shorten(text, MAX_QUOTED)}’`, en: `“${shorten(text, MAX_QUOTED)}”` };
}
