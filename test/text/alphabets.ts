/** UTF-16 units in a megabyte of text. */
const MEGA = 1_000_000;

/** Scripts, by code points of their letters. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  Latin: [0x61, 0x7a],
  'Latin with marks': [0xc0, 0x24f],
  'Hangul syllables': [0xac00, 0xd7a3],
  'conjoining jamo': [0x1100, 0x11ff],
  'compatibility jamo': [0x3131, 0x318e],
  Han: [0x4e00, 0x9fff],
  Hiragana: [0x3041, 0x3096],
  Katakana: [0x30a1, 0x30fa],
  Thai: [0xe01, 0xe3a],
  Devanagari: [0x904, 0x94d],
  Bengali: [0x985, 0x9cd],
  Tamil: [0xb85, 0xbcd],
  Arabic: [0x620, 0x652],
  Hebrew: [0x591, 0x5ea],
  Myanmar: [0x1000, 0x103f],
  Khmer: [0x1780, 0x17d3],
  Tibetan: [0xf40, 0xfbc],
  Cyrillic: [0x400, 0x4ff],
  Greek: [0x391, 0x3c9],
  Georgian: [0x10d0, 0x10ff],
  Ethiopic: [0x1200, 0x135a],
  'Hebrew that grows when composed': [0xfb2a, 0xfb4e],
  'musical signs that grow when composed': [0x1d15e, 0x1d164],
};

/** What is repeated as it stands. */
const PIECES: Readonly<Record<string, string>> = {
  'combining marks': 'a\u0315\u0316\u0301\u0327',
  'one letter under marks': '\u0301',
  'marks and hidden blanks': '\u0315\u200b\u0316\u200b',
  'zero-width joiners': '\u200d',
  'letters and joiners': 'a\u200d',
  'variation selectors': '\ufe0f',
  tags: '\u{e0061}',
  'a family in emoji': '👨‍👩‍👧‍👦',
  flags: '🇰🇷🇯🇵',
  'skin tones': '👍🏽',
  'joined without end': '👩\u200d',
  '<': '<',
  mentions: '<@12345678901234567>',
  links: '<http://a|b',
  '*': '*',
  '`': '`',
  '||': '||',
  '[[(': '[[(',
  quotes: '"',
  'backslashes and quotes': '\\"',
  spaces: ' ',
  'spaces and tabs': ' \t',
  'line breaks': '\n',
  'carriage returns': '\r',
  'blanks before line breaks': '  \n',
  'wide blanks': '\u3000',
  'hidden blanks': '\u200b',
  digits: '7',
  'digits with commas': '1,000,',
  'numbered lines': '1.\n',
  prices: '3,000원 ',
  discounts: '30% ',
  options: '--sub ',
  'first halves of letters': '\ud83d',
  'second halves of letters': '\udc00',
  'turned around': '\u202e',
  'words of one letter': '빵 ',
  'escape codes': '\u001b[31m',
};

/** A million UTF-16 units of each, by name. */
export const ALPHABETS: readonly (readonly [name: string, make: () => string])[] = [
  ...Object.entries(RANGES).map(([name, range]) => [name, () => lettersOf(range)] as const),
  ...Object.entries(PIECES).map(
    ([name, piece]) => [name, () => piece.repeat(Math.ceil(MEGA / piece.length)).slice(0, MEGA)] as const,
  ),
];

function lettersOf([first, last]: readonly [number, number]): string {
  let letters = '';
  for (let code = first; code <= last; code++) letters += String.fromCodePoint(code);
  return letters.repeat(Math.ceil(MEGA / letters.length)).slice(0, MEGA);
}
