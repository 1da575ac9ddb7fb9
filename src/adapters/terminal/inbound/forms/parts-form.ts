import type { AskedParts } from '../../../../conversation/actions.ts';
import { parseOptions } from '../../../../conversation/command/parse-options.ts';
import { ASKED_PARTS, PART_FIELDS } from '../../../../conversation/part-fields.ts';

/** The parts as they were typed: `naver.me/abc --badge 1+1 --menu …`; what is not named stays, `-` takes a part away. */
export function filledParts(words: readonly string[], parts: AskedParts): AskedParts {
  const field = (name: keyof AskedParts) => {
    const { title, hint, max } = PART_FIELDS[name];
    return { kind: 'text', ko: title.ko.replaceAll(/\s/g, ''), description: hint, max } as const;
  };
  const options = { qr: field('qr'), badge: field('badge'), menu: field('menu') };
  const typed: Partial<Record<keyof AskedParts, string>> = parseOptions(words, options).values;
  const chosen = ASKED_PARTS.map(
    (name) => [name, typed[name] === '-' ? '' : (typed[name] ?? parts[name])] as const,
  );
  return { ...parts, ...Object.fromEntries(chosen) };
}
