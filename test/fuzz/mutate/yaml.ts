import type { Dice } from '../dice.ts';
import { inventText, mutateText } from './text.ts';

/** Sources of regular expressions that take for ever on some text. */
const PATTERNS = [
  '(a+)+$',
  '(.*)*x',
  '([a-z]+)*\\d',
  '(?:가|가가)+$',
  '(a|a)*b',
  '.*.*.*.*=',
  '(',
  '[z-a]',
  '\\',
  '(?<n>a)\\k<n>',
];

const BOMBS: readonly ((dice: Dice) => string)[] = [
  /** Each line ten times the one before. */
  (dice) =>
    ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
      .concat(
        Array.from(
          { length: dice.between(3, 9) },
          (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`,
        ),
      )
      .join('\n'),
  () => 'a: &a\n  <<: *a',
  () => '&a [*a]',
  (dice) => '- '.repeat(dice.length(20_000)),
  (dice) => '['.repeat(dice.length(20_000)),
  (dice) => '? '.repeat(dice.length(5_000)),
  () => 'a: !!js/function "function () {}"',
  () => 'a: !!binary "AAAA"\nb: !!timestamp x',
  () => '%YAML 9.9\n---\na: 1\n...\n---\nb: 2',
  (dice) => `a: |${dice.between(0, 9)}\n${' '.repeat(dice.length(2_000))}x`,
  (dice) => `"${'\\x'.repeat(dice.length(2_000))}"`,
  (dice) => `${'a: {'.repeat(dice.length(3_000))}`,
  (dice) => `a: ${inventText(dice, 50_000)}`,
];

/** A YAML file changed line by line, or another in its place. */
export function mutateYaml(text: string, dice: Dice): string {
  if (dice.chance(0.2)) return dice.pick(BOMBS)(dice);
  const lines = text.split('\n');
  for (let times = dice.length(4); times >= 0; times--) {
    const at = dice.below(lines.length);
    const line = lines[at] ?? '';
    switch (dice.below(8)) {
      case 0:
        lines.splice(at, 1);
        break;
      case 1:
        lines.splice(at, 0, ...Array<string>(dice.length(500)).fill(line));
        break;
      case 2:
        lines[at] = line.replace(
          /:.*$/,
          `: ${dice.pick(['[]', '{}', 'null', '1e400', '-1', '.nan', '""', '~', '*a', '&a x'])}`,
        );
        break;
      case 3:
        lines[at] = line.replace(/:.*$/, `: ${JSON.stringify(dice.pick(PATTERNS))}`);
        break;
      case 4:
        lines[at] = ' '.repeat(dice.below(9)) + line.trimStart();
        break;
      case 5:
        lines[at] = line.replace(
          /^(\s*(?:- )?)[^:]*:/,
          `$1${dice.pick(['__proto__', 'constructor', 'x', 'key', '<<'])}:`,
        );
        break;
      case 6:
        lines.splice(at, 0, dice.pick(BOMBS)(dice));
        break;
      default:
        lines[at] = mutateText(line, dice, lines[dice.below(lines.length)] ?? '');
    }
  }
  return lines.join('\n');
}
