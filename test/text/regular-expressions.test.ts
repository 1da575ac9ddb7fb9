import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';
import { ANCHORS } from '../../src/writing/reading/korean/anchors.ts';
import { CHUNK_RULES } from '../../src/writing/reading/korean/chunks.ts';
import { PLACE } from '../../src/writing/reading/korean/places.ts';
import { GROWN, WORD_CLASSES } from '../../src/writing/reading/korean/word-classes.ts';

/** Rooms whose expressions meet what outsiders write. */
const ROOMS = [
  ...[
    'ad',
    'adapters',
    'conversation',
    'errors',
    'language',
    'layout',
    'presets',
    'text',
    'typography',
    'writing',
  ],
];

/** Expressions that take time by the square, of texts that are cut before: their files, and to how many units. */
const CUT_BEFORE: Readonly<Record<string, number>> = {
  'src/language/hangul.ts': 64,
  'src/typography/find-face.ts': 255,
  // Lines of a menu.
  'src/ad/parse/parse-menu.ts': 400,
  // Names of font files, which the operator has put there.
  'src/presets/load-faces.ts': 255,
};

const UNITS = 16_000;

/** Milliseconds of processor time: what takes time by the square of 16,000 units takes many times that. */
const MOST = 60;

/** What is repeated: blanks, signs and words of all the kinds that expressions look for. */
const PIECES = [
  ...[
    ' ',
    '\t',
    '\n',
    '\r',
    '\u3000',
    '  \n',
    '1',
    'a',
    'A',
    '가',
    '일',
    '.',
    ',',
    '-',
    '<',
    '>',
    ':',
    '@',
    '[',
  ],
  ...[
    '(',
    '~',
    '~~',
    '/',
    '=',
    '"',
    '“',
    '&',
    '|',
    '*',
    '_',
    '#',
    '+',
    '·',
    '%',
    '，',
    '\u0301',
    'ᄀ',
    '{',
    '—',
  ],
  ...[
    '1 ',
    'a ',
    'A ',
    'Aa ',
    'Aa-',
    '가 ',
    'a.',
    '1.',
    '1,',
    '1,000,',
    'a@',
    'a-',
    "a'",
    '가1',
    '1-',
    '12:',
    '1%',
  ],
  ...[
    '--',
    '--a ',
    '무료 ',
    '첫 ',
    '천',
    '1만',
    '3만 ',
    '1원',
    '₩1',
    '$1 ',
    '구 ',
    '로 1',
    'free ',
    'from ',
    'http',
  ],
  ...['<a', '<http:', '<@', '<a:a', '상호 ', '증정', '1월 ', '10시 ', '역 ', 'Exit 1 ', '👩\u200d', '\ud83d'],
];

/**
 * Of what an expression can take in two ways each time, so many in a row are endless. Short texts grow until that shows,
 * by so little that the first which is slow still ends.
 */
const SHORT = [10, 16, 22, 28, 34, 40, 46, 52, 58, 64];

const PICTURES = ['☕', '🇰🇷', '❤️', '👍🏽', '\u{1f3fb}', 'ㅋ', '^^', '★', '※', '(가)', '10~12시'];

/** Of each length all pieces, at the beginning of a text, behind a word, and with blanks between them. */
const SHORT_TEXTS = SHORT.map((units) =>
  [...PIECES, ...PICTURES].flatMap((piece) => {
    const row = (each: string): string => each.repeat(Math.ceil(units / each.length));
    return [`${row(piece)}x`, `x ${row(piece)}x`, `x ${row(`${piece} `)}\u0300`];
  }),
);

interface Found {
  readonly where: string;
  readonly expression: RegExp;
}

function expressionsOf(room: string): readonly Found[] {
  const folder = join('src', room);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) => {
    const path = join(folder, file);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const found: Found[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const expression = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
        found.push({ where: `${path}: ${node.text}`, expression });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

/** Only what repeats without a bound can take longer than a text is long. */
const repeats = ({ expression }: Found): boolean => /[*+]|\{\d+,\}/.test(expression.source);

function milliseconds({ source, flags }: RegExp, text: string): number {
  const again = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  // What it takes to compile, for texts of one byte a sign and of two, is not what it takes to look.
  for (const short of ['x', '가']) short.replace(again, '');
  const before = process.cpuUsage();
  text.replace(again, '');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Those that are put together from parts. */
const composed = [...ANCHORS, ...CHUNK_RULES, ...WORD_CLASSES, ...GROWN, { pattern: PLACE }].map(
  ({ pattern }) => ({ where: pattern.source.slice(0, 60), expression: pattern }),
);

/** Those that a room's files put together from parts as they are loaded, and the others. */
async function allIn(room: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(_target, given: ConstructorParameters<RegExpConstructor>) {
      const expression = new Original(...given);
      const where = /\/(src\/[\w/-]+\.ts)/.exec(new Error().stack ?? '')?.[1];
      if (where !== undefined) found.push({ where: `${where}: ${expression.source}`, expression });
      return expression;
    },
  });
  try {
    // Without what others have loaded already.
    vi.resetModules();
    const folder = join(process.cwd(), 'src', room);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    // A browser's scripts need its document; their literals are looked at all the same.
    const loaded = files.filter(
      (file) => /(?<!worker|\.d)\.ts$/.test(file) && !/(?:^|\/)browser\//.test(file),
    );
    for (const file of loaded) await import(join(folder, file));
  } finally {
    globalThis.RegExp = Original;
  }
  return [...expressionsOf(room), ...found];
}

/** The first of the short texts for which an expression takes long. */
function slowForShort({ expression }: Found): string | undefined {
  for (const texts of SHORT_TEXTS) {
    const start = performance.now();
    for (const text of texts) text.replace(expression, '');
    if (performance.now() - start < MOST) continue;
    const slow = texts.find((text) => milliseconds(expression, text) >= MOST);
    if (slow !== undefined) return slow;
  }
  return undefined;
}

describe('an expression that meets what outsiders write', () => {
  it.each([...ROOMS, 'statements'])('of %s takes no time by the square of its length', (room) => {
    const slow: string[] = [];
    for (const found of (room === 'statements' ? composed : expressionsOf(room)).filter(repeats)) {
      const units = CUT_BEFORE[found.where.split(':')[0] ?? ''] ?? UNITS;
      for (const piece of PIECES) {
        const text = `${piece.repeat(Math.ceil(units / piece.length)).slice(0, units)}x`;
        if (milliseconds(found.expression, text) < MOST) continue;
        // Other threads of this process count too, so what seems slow is looked at once more.
        if (milliseconds(found.expression, text) >= MOST)
          slow.push(`${JSON.stringify(piece)} for ${found.where}`);
      }
    }
    expect(slow).toEqual([]);
  });

  it.each(ROOMS)('of %s ends, whatever is repeated', async (room) => {
    const endless = (await allIn(room)).filter(repeats).flatMap((found) => {
      const text = slowForShort(found);
      return text === undefined ? [] : [`${JSON.stringify(text)} for ${found.where.slice(0, 120)}`];
    });
    expect(endless).toEqual([]);
  });
});
