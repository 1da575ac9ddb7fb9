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

/** The phrases of a Japanese or Chinese word, none of which should be broken. */
export type Phrasing = (word: string) => readonly string[];

/**
 * How the words of a text are parted. Its language is looked for once, when the first of them asks.
 *
 * @param context the text that they stand in: kana anywhere make it Japanese
 */
export function phrasing(context: string): Phrasing {
  let parser: Parser | undefined;
  return (word) => {
    parser ??= parserFor(context);
    return parser.parse(word);
  };
}

function parserFor(context: string): Parser {
  parsers ??= loadParsers();
  if (KANA.test(context)) return parsers.ja;
  return isSimplified(context) ? parsers.hans : parsers.hant;
}
