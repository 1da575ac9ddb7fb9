import type { AdCopy } from '../../../src/ad/copy.ts';

export interface PrintedLine {
  readonly slot: keyof AdCopy;
  readonly text: string;
}

/** What is compared of a text: no blanks, commas, middle dots, nor the marks that part the digits of a number. */
export function squeeze(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[０-９％．，（）～：]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[~–—−〜]/g, '-')
    .replace(/[\s·,]/g, '')
    .replace(/(?<=\d)[-)](?=\d)/g, '');
}

/** The lines that an ad's words are read as: a headline's break is no new line, each detail is a line of its own. */
export function printedLines(copy: AdCopy): readonly PrintedLine[] {
  return Object.entries(copy).flatMap(([slot, text]): PrintedLine[] => {
    const name = slot as keyof AdCopy;
    if (!text?.trim()) return [];
    if (name === 'details') return text.split('\n').map((line) => ({ slot: name, text: line.trim() }));
    // A lowered price holds the old one between `~~`.
    const whole = name === 'price' ? text.replaceAll('~~', ' ') : text;
    return [{ slot: name, text: whole.replaceAll('\n', ' ').trim() }];
  });
}
