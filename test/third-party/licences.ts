/** A licence that asks for more than to be passed on with the software. */
interface NamedLicence {
  /** What may be under it, by name; 'a-*' is all that begins with 'a-'. */
  readonly on: readonly string[];
  /** Why it is no hindrance there. */
  readonly why: string;
}

/** Licences that only want their text and the names of the authors kept, whoever uses the software for what. */
export const PERMISSIVE: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'FTL',
  'ICU',
  'IJG',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unicode-3.0',
  'Zlib',
  'libpng-2.0',
];

/** Licences that hold for what is named alone: the same licence on anything else has to be looked at. */
export const NAMED: Readonly<Record<string, NamedLicence>> = {
  'OFL-1.1': {
    on: ['fonts/*', '@expo-google-fonts/*', '@embedpdf/fonts-*'],
    why: 'Fonts may be carried along unchanged with their licence, and what is lettered with them is free of it.',
  },
  'LGPL-3.0-or-later': {
    on: ['@img/sharp-*'],
    why:
      'libvips and what it stands on, as sharp publishes them. They are used unchanged, as a library of their own ' +
      'that whoever runs the product can replace by another build of it.',
  },
  'LGPL-3.0': {
    on: ['libheif-js'],
    why:
      'libheif and libde265, which read the photos of iPhones, as WebAssembly that lies beside the product unchanged: ' +
      'whoever runs it can put another build in its place.',
  },
  'MPL-2.0': {
    on: ['cssparser', 'cssparser-macros', 'dtoa-short', 'selectors'],
    why: 'Read CSS within the canvas. The licence holds for their own files, which are used unchanged.',
  },
};

const matches = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

function isLicenceAllowed(licence: string, name: string): boolean {
  const named = Object.hasOwn(NAMED, licence) ? NAMED[licence] : undefined;
  return PERMISSIVE.includes(licence) || (named?.on.some((pattern) => matches(pattern, name)) ?? false);
}

/**
 * Whether an SPDX expression (https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/) leaves a way to use what
 * is called `name`: of an OR one side, of an AND both. Cargo's old ' / ' is an OR.
 *
 * @throws Error where it is no such expression
 */
export function isAllowed(expression: string, name: string): boolean {
  const tokens = expression.replaceAll('/', ' OR ').match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const one = (): boolean => {
    const token = tokens[at++];
    if (token === undefined || token === ')' || token === 'AND' || token === 'OR')
      throw new Error(`"${expression}" of ${name} is no licence`);
    if (token !== '(') return isLicenceAllowed(token, name);
    const inner = any();
    if (tokens[at++] !== ')') throw new Error(`"${expression}" of ${name} does not close`);
    return inner;
  };
  const all = (): boolean => {
    let allowed = one();
    while (tokens[at] === 'AND') {
      at++;
      allowed = one() && allowed;
    }
    return allowed;
  };
  const any = (): boolean => {
    let allowed = all();
    while (tokens[at] === 'OR') {
      at++;
      allowed = all() || allowed;
    }
    return allowed;
  };
  const allowed = any();
  if (at < tokens.length) throw new Error(`"${expression}" of ${name} goes on after its end`);
  return allowed;
}
