import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import { cleanText } from '../../text/clean-text.ts';
import { MAX_QR_BYTES, type MenuRow } from '../design-part.ts';
import type { Brand, RequestParts } from '../request.ts';
import { boundedRows, checkedRow, parseMenu } from './parse-menu.ts';

/** The parts of an ad as somebody asks for them. */
export interface PartsInput {
  /** A link or a text; false = without the one that the brand has. */
  readonly qr?: string | false;
  /** Rows, or lines of 'name price'. */
  readonly menu?: readonly MenuRow[] | string;
}

/** A link without its beginning, which telephones would take for a text: 'naver.me/abc', 'www.shop.kr'. */
const BARE_LINK = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

/** Whether what somebody writes for a part means that there is to be none. */
export const isNone = (typed: string): boolean =>
  /^(?:없음|없이|빼기|안\s?넣기|none|no|off|-)$/iu.test(typed.trim());

/**
 * What a QR code is to say.
 *
 * @throws UserError `qr-empty`, `qr-too-long`
 */
export function parseQr(typed: string): string {
  const text = cleanText(typed);
  if (text === '') throw new UserError('qr-empty', {});
  const content = BARE_LINK.test(text) ? `https://${text}` : text;
  const bytes = Buffer.byteLength(content);
  if (bytes > MAX_QR_BYTES) throw new UserError('qr-too-long', { bytes, max: MAX_QR_BYTES });
  return content;
}

/**
 * The parts that an ad will have; undefined for none.
 *
 * @throws UserError `qr-…`, `menu-…`
 */
export function parseParts(given: PartsInput, brand: Brand | undefined): RequestParts | undefined {
  const wished = given.qr === undefined ? brand?.qr : given.qr;
  const menu = given.menu === undefined ? undefined : menuOf(given.menu);
  const parts: RequestParts = {
    ...defined({ qr: wished === undefined || wished === false ? undefined : parseQr(wished), menu }),
  };
  return Object.keys(parts).length === 0 ? undefined : parts;
}

function menuOf(given: readonly MenuRow[] | string): readonly MenuRow[] {
  if (typeof given === 'string') return parseMenu(given);
  return boundedRows(
    given.map(({ name, price, old, note, soldOut }, i) =>
      checkedRow(
        {
          name: cleanText(name),
          ...clean('price', price),
          ...clean('old', old),
          ...clean('note', note),
          ...(soldOut === true ? { soldOut } : {}),
        },
        i + 1,
      ),
    ),
  );
}

const clean = <K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } => {
  const text = cleanText(value ?? '');
  // One key, which a computed name does not say.
  return (text === '' ? {} : { [key]: text }) as { readonly [key in K]?: string };
};
