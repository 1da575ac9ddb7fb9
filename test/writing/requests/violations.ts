import type { Brief } from '../../../src/ad/brief.ts';
import { printedLines, squeeze } from './printed-lines.ts';
import type { Part, RandomRequest } from './random-request.ts';

/** Words that turn what they stand with into something else when they are left away. */
const BINDING =
  /제외|불가|휴무|쉽니다|아닙니다|안\s?(?:합니다|돼요|됩니다)|않습니다|금지|미포함|까지|부터|만(?:\s가능)?$|한정|필수|(?:결제|구매|소진) 시|\b(?:only|except|not|no|closed|until)\b/i;

/** What an ad does to a request that it must not do, in words; empty where it is told as it was said. */
export function violationsOf({ text, parts }: RandomRequest, brief: Brief): readonly string[] {
  const lines = printedLines(brief.copy).filter(({ slot }) => slot !== 'cta');
  const printed = lines.map((line) => squeeze(line.text));
  const told = [...printed, ...brief.leftOut.map(squeeze)];
  const found: string[] = [];
  for (const part of parts.filter(({ role }) => role === 'told'))
    for (const whole of part.whole ?? [part.text])
      if (!told.some((line) => line.includes(squeeze(whole))))
        found.push(`${BINDING.test(whole) ? 'binding word dropped' : 'lost'}: ${whole}`);
  for (const half of halvesOf(parts))
    if (printed.some((line) => line.includes(half.said) && !line.includes(half.whole)))
      found.push(`half printed: ${half.said} of ${half.whole}`);
  for (const part of parts.filter(({ role }) => role !== 'told'))
    if (printed.some((line) => line.includes(squeeze(part.text))))
      found.push(`${part.role} printed: ${part.text}`);
  const obeyed = brief.statements.filter(({ kind }) => kind === 'wish' || kind === 'mood');
  const known = new Set(
    [...lines, ...obeyed].flatMap((one) => numbersOf(one.text)).concat(brief.leftOut.flatMap(numbersOf)),
  );
  for (const number of numbersOf(text.replace(/\?\S*/g, '')))
    if (!known.has(number)) found.push(`number lost: ${number}`);
  for (const { slot, text: line } of lines)
    found.push(...brokenEdges(line).map((fault) => `${fault} in ${slot}: ${line}`));
  return found;
}

/** What stands before a binding word and would say something else alone; not where another part says the same words. */
function halvesOf(parts: readonly Part[]): readonly { said: string; whole: string }[] {
  const texts = parts.map(({ text }) => squeeze(text));
  return parts.flatMap((part, at) =>
    (part.whole ?? [part.text]).flatMap((whole) => {
      const said = squeeze(whole.slice(0, BINDING.exec(whole)?.index ?? 0));
      const elsewhere = texts.some((text, other) => other !== at && text.includes(said));
      return said.length < 3 || elsewhere ? [] : [{ said, whole: squeeze(whole) }];
    }),
  );
}

const numbersOf = (text: string): readonly string[] =>
  text.replace(/(?<=\d),(?=\d{3})/g, '').match(/\d+/g) ?? [];

function brokenEdges(line: string): readonly string[] {
  const faults: string[] = [];
  if (/~~|\*\*|\|\||\]\(|^[-•·,/|.)\]]|[,/|([·]$/.test(line)) faults.push('loose mark');
  // A phone number's code has only the second one: 02)123-4567.
  const text = line.replace(/(?<![(\d]\d*)(\d{2,4})\)(?=\d)/g, '$1-');
  for (const [open, close] of ['()', '[]', '“”'])
    if (text.split(open ?? '').length !== text.split(close ?? '').length)
      faults.push('bracket without its other');
  if (line.trim() === '') faults.push('empty line');
  return faults;
}
