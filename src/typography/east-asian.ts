import { createRequire } from 'node:module';
import type { Parser } from 'budoux';

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAN = /\p{Script=Han}/gu;

/** Level 1 and 2 of GB 2312, the characters of simplified Chinese: two bytes, rows B0–F7, columns A1–FE. */
let simplified: ReadonlySet<string> | undefined;

function isSimplified(text: string): boolean {
  if (simplified === undefined) {
    const bytes: number[] = [];
    for (let row = 0xb0; row <= 0xf7; row++) {
      for (let column = 0xa1; column <= 0xfe; column++) bytes.push(row, column);
    }
    simplified = new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
  }
  return (text.match(HAN) ?? []).every((character) => simplified?.has(character));
}

interface Parsers {
  readonly ja: Parser;
  readonly hans: Parser;
  readonly hant: Parser;
}

let parsers: Parsers | undefined;

/** Loading the library takes a quarter of a second, which Korean and English texts are spared. */
function loadParsers(): Parsers {
  const require = createRequire(import.meta.url);
  const { jaModel, Parser, zhHansModel, zhHantModel } = require('budoux') as typeof import('budoux');
  return { ja: new Parser(jaModel), hans: new Parser(zhHansModel), hant: new Parser(zhHantModel) };
}

/**
 * The phrases of a Japanese or Chinese text, none of which should be broken.
 *
 * @param context the text that it stands in: kana anywhere make it Japanese
 */
export function phrasesOf(text: string, context: string): readonly string[] {
  parsers ??= loadParsers();
  if (KANA.test(context)) return parsers.ja.parse(text);
  return isSimplified(context) ? parsers.hans.parse(text) : parsers.hant.parse(text);
}
