/** An element of a drawing. */
export interface SvgElement {
  /** Without its prefix. */
  readonly name: string;
  /** Whether its name has one: most are of other vocabularies, but SVG may have one as well. */
  readonly prefixed: boolean;
  /** In their order, names without prefixes, entities replaced. `href` and `xlink:href` are then two of one name. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Index of the element that it lies in; -1 for the outermost. */
  readonly parent: number;
}

export interface SvgDocument {
  /** In the order in which they begin. */
  readonly elements: readonly SvgElement[];
  /** What stands in `style` elements. */
  readonly css: string;
}

/** Why a text is no drawing that can be looked through. */
export type Unreadable = 'broken' | 'too-many' | 'entities';

export interface ReadingLimits {
  readonly elements: number;
  readonly depth: number;
}

/** A tag: its closing slash, its name, its attributes, and whether it closes itself. Linear: no part may overlap. */
const NAME = /[A-Za-z_][\w.:-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
const DECLARATION = /<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

/** Illustrator declares some dozen names of its spaces, each an address. */
const MAX_ENTITIES = 40;
const LONGEST_ENTITY = 200;
const LONGEST_DOCTYPE = 10_000;

const NAMED: readonly (readonly [string, string])[] = [
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
];

/** All values of an attribute. */
export const valuesOf = ({ attributes }: SvgElement, name: string): readonly string[] =>
  attributes.filter(([key]) => key === name).map(([, value]) => value);

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads the elements of a drawing without drawing it or resolving what it refers to. What XML allows and no drawing
 * has is refused.
 */
export function readElements(text: string, limits: ReadingLimits): SvgDocument | Unreadable {
  const elements: SvgElement[] = [];
  const open: number[] = [];
  let entities = new Map(NAMED);
  let css = '';
  let at = 0;
  const jump = (end: string, from: number): boolean => {
    const found = text.indexOf(end, from);
    at = found + end.length;
    return found >= 0;
  };
  for (;;) {
    const tag = text.indexOf('<', at);
    const inside = elements[open.at(-1) ?? -1];
    if (inside?.name === 'style') css += text.slice(at, tag < 0 ? text.length : tag);
    if (tag < 0) break;
    if (text.startsWith('<!--', tag)) {
      if (!jump('-->', tag + 4)) return 'broken';
    } else if (text.startsWith('<![CDATA[', tag)) {
      if (!jump(']]>', tag + 9)) return 'broken';
      if (inside?.name === 'style') css += text.slice(tag + 9, at - 3);
    } else if (text.startsWith('<?', tag)) {
      if (/^<\?xml-stylesheet/i.test(text.slice(tag, tag + 20))) css += '@import';
      if (!jump('?>', tag + 2)) return 'broken';
    } else if (text.startsWith('<!', tag)) {
      const end = endOfDoctype(text, tag);
      const declared = end < 0 ? undefined : declaredEntities(text.slice(tag, end));
      if (declared === undefined) return end < 0 ? 'broken' : 'entities';
      entities = new Map([...NAMED, ...declared]);
      at = end;
    } else if (text.startsWith('</', tag)) {
      open.pop();
      if (!jump('>', tag)) return 'broken';
    } else {
      NAME.lastIndex = tag + 1;
      const name = NAME.exec(text)?.[0];
      if (name === undefined) return 'broken';
      const attributes: [string, string][] = [];
      at = tag + 1 + name.length;
      for (let found = attributeAt(text, at); found !== null; found = attributeAt(text, at)) {
        attributes.push([localName(found[1] ?? ''), decoded(found[2] ?? found[3] ?? '', entities)]);
        at += found[0].length;
      }
      TAG_END.lastIndex = at;
      const end = TAG_END.exec(text);
      if (end === null) return 'broken';
      at += end[0].length;
      elements.push({
        name: localName(name),
        prefixed: name.includes(':'),
        attributes,
        parent: open.at(-1) ?? -1,
      });
      if (end[1] === '') open.push(elements.length - 1);
      if (elements.length > limits.elements || open.length > limits.depth) return 'too-many';
    }
  }
  return elements.length === 0 ? 'broken' : { elements, css };
}

function attributeAt(text: string, at: number): RegExpExecArray | null {
  ATTRIBUTE.lastIndex = at;
  return ATTRIBUTE.exec(text);
}

/** Behind a document type, whose own part is in brackets; -1 where it does not end. */
function endOfDoctype(text: string, from: number): number {
  const close = text.indexOf('>', from);
  const bracket = text.indexOf('[', from);
  if (bracket < 0 || bracket > close) return close < 0 ? -1 : close + 1;
  const end = text.indexOf(']', bracket);
  const after = end < 0 ? -1 : text.indexOf('>', end);
  return after < 0 ? -1 : after + 1;
}

/** Names that stand for plain, short texts; undefined where there are others, which might grow or lie elsewhere. */
function declaredEntities(doctype: string): ReadonlyMap<string, string> | undefined {
  if (doctype.length > LONGEST_DOCTYPE) return undefined;
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of doctype.matchAll(DECLARATION)) {
    const value = double ?? single ?? '';
    if (/[&%<]/.test(value) || value.length > LONGEST_ENTITY) return undefined;
    found.set(name, value);
  }
  const rest = doctype.replace(DECLARATION, '');
  return /<!ENTITY/i.test(rest) || found.size > MAX_ENTITIES ? undefined : found;
}

function decoded(value: string, entities: ReadonlyMap<string, string>): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([\w.:-]{1,64}));/gi, (whole, decimal, hex, name) => {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : -1;
    if (code >= 0) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return entities.get(name) ?? whole;
  });
}
