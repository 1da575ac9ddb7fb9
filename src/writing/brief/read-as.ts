import type { LocalizedText } from '../../ad/locale.ts';
import type { Statement, StatementKind } from '../../ad/statement.ts';
import type { TradeClass } from '../../ad/trade-class.ts';
import { graphemeLength } from '../../text/graphemes.ts';
import { shorten } from '../../text/shorten.ts';

/** What a request was understood to say. */
interface Understood {
  readonly statements: readonly Statement[];
  readonly product?: string;
  readonly tradeClass?: TradeClass;
}

/** Kinds that are not repeated: the trade stands at the end by its class, and wishes have answers of their own. */
const SILENT: ReadonlySet<StatementKind> = new Set(['product', 'trade', 'mood', 'wish', 'audience']);

/** Letters of all that is repeated, and of one part of it: a line on a phone is to be read at once. */
const MAX_LETTERS = 110;
const MAX_PART = 40;

/**
 * How a request was read, in one short line that a misreading is seen in at once: '딸기라떼 · 6,500원 · 30% 할인 (주말
 * 제외) · 카페(음식/비알코올)'.
 */
export function readAs({ statements, product, tradeClass }: Understood): LocalizedText {
  const told = statements.flatMap((statement, index) =>
    SILENT.has(statement.kind) || statement.binds !== undefined
      ? []
      : [withBound(statement, index, statements)],
  );
  const parts = [...(product === undefined ? [] : [product]), ...told].map((part) => shorten(part, MAX_PART));
  const shown = parts.slice(0, 1);
  let left = MAX_LETTERS - graphemeLength(shown.join(''));
  for (const part of parts.slice(1)) {
    left -= graphemeLength(part);
    if (left < 0) break;
    shown.push(part);
  }
  const more = parts.length - shown.length;
  const ko = [
    ...shown,
    ...(more > 0 ? [`그 밖에 ${more}가지`] : []),
    tradeClass === undefined
      ? '업종은 알 수 없음'
      : `${tradeClass.names.ko}(${tradeClass.large}/${tradeClass.middle})`,
  ];
  const en = [
    ...shown,
    ...(more > 0 ? [`${more} more`] : []),
    tradeClass === undefined ? 'trade unknown' : tradeClass.names.en,
  ];
  return { ko: `이렇게 읽었어요: ${ko.join(' · ')}`, en: `Read as: ${en.join(' · ')}` };
}

/** A statement with its old price and with what binds it: '30% 할인 (주말 제외, 현금 결제 시)'. */
function withBound({ text, oldPrice }: Statement, index: number, all: readonly Statement[]): string {
  const bound = all.filter(({ binds }) => binds === index).map((binding) => binding.text);
  const whole = oldPrice === undefined ? text : `${oldPrice} → ${text}`;
  return bound.length === 0 ? whole : `${whole} (${bound.join(', ')})`;
}
