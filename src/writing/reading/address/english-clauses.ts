import type { Span } from '../normalise.ts';

interface EnglishClause extends Span {
  readonly words: string;
}

/** Where a clause of its own begins inside of a sentence: behind it stand its subject and verb, or an order. */
const JOINT =
  /,?\s(?:and|but|so|because|since)\s(?=(?:this|it|we|i|business|please|do\snot|don['’]?t|no|not|keep|make|use|put|avoid|need|nothing)\b)|,\s(?!\d{3}\b)|\s[–—-]\s/giu;

/** Sentences and what is joined to them, without what stands in brackets or quotes. */
export function englishClauses(text: string): readonly EnglishClause[] {
  const clauses: EnglishClause[] = [];
  const plain = text.replaceAll(/\b(?:[ap]\.m\.|st\.|no\.|e\.g\.)/giu, (words) => words.replaceAll('.', '·'));
  for (const { index, 0: sentence } of plain.matchAll(/(?:[^.!?;\n]|\.(?=\S))+/gu)) {
    let from = 0;
    const close = (to: number): void => {
      const part = sentence.slice(from, to);
      const words = part.trim();
      const start = index + from + (part.length - part.trimStart().length);
      if (/[A-Za-z]{2}/.test(words))
        clauses.push({ words: words.replace(/[\s,]{1,4}$/u, ''), start, end: start + words.length });
    };
    for (const joint of sentence.matchAll(JOINT)) {
      close(joint.index);
      from = joint.index + (/[,–—-]\s$/u.test(joint[0]) ? joint[0].length : joint[0].search(/[a-z]/iu));
    }
    close(sentence.length);
  }
  return clauses;
}
