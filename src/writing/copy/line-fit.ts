/** Syllables of the longest headline that is still read at a glance: two lines of 14; Latin letters count half. */
export const HEADLINE_SYLLABLES = 28;

/** A word in small letters that an English line begins with: neither a brand ('iPhone') nor an address ('www.…', 'https://…'). */
const PLAIN_WORD = /^[a-z][a-z'’-]*(?=$|[\s,!?;]|[.:](?:$|\s))/;

/** An English line with a capital at its beginning. */
export const beginning = (line: string): string =>
  PLAIN_WORD.test(line) ? line.charAt(0).toUpperCase() + line.slice(1) : line;
