import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Finds what a folder defines, a thing a file, and lists it in the folder's index.ts: whoever adds a thing writes its
 * file and nothing else. The build writes the indexes; a test fails for one that is out of date. They are files, and
 * not a look into the folder when the program starts, so that the compiler knows the names and the bundle what is in it.
 */

/**
 * @typedef {object} Index
 * @property {string} folder
 * @property {string} define the function whose calls are found: `export const name = defineScene({ name: '…'`
 * @property {string} list how the list is called
 * @property {string} [by] the property that the list is in order of; otherwise it is in the order of the files
 * @property {string} [names] key of StudioNames that the names are declared by
 */

/** @type {readonly Index[]} */
const INDEXES = [
  { folder: 'src/studio/scenes', define: 'defineScene', list: 'scenes', names: 'scene' },
  { folder: 'src/studio/materials', define: 'defineMaterial', list: 'materials', names: 'material' },
  { folder: 'src/studio/props', define: 'defineProp', list: 'props', names: 'prop' },
  { folder: 'src/studio/styles', define: 'defineStyle', list: 'styles', by: 'order', names: 'style' },
  { folder: 'commands', define: 'defineCommand', list: 'commands', by: 'order' },
];

/** The width that the formatter breaks lines at. */
const WIDTH = 110;

/** @param {string} path */
const atRoot = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The indexes as they should be, by their paths below the project. */
export const indexFiles = () => new Map(INDEXES.map((index) => [`${index.folder}/index.ts`, textOf(index)]));

/** Writes those that are out of date. */
export function writeIndexFiles() {
  for (const [path, text] of indexFiles()) {
    if (readFileSync(atRoot(path), { encoding: 'utf8', flag: 'a+' }) !== text)
      writeFileSync(atRoot(path), text);
  }
}

/** @param {Index} index */
function textOf({ folder, define, list, names, by }) {
  const call = new RegExp(`^export const (\\w+) = ${define}\\(\\{\\n  name: '([^']+)'`, 'gm');
  const found = readdirSync(atRoot(folder))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .sort()
    .flatMap((file) =>
      [...readFileSync(atRoot(`${folder}/${file}`), 'utf8').matchAll(call)].map(([, variable, name]) => ({
        file,
        variable,
        name,
      })),
    );
  const items = wrapped(
    `export const ${list} = [`,
    found.map(({ variable }) => `${variable}`),
    by === undefined ? '];' : `].sort((a, b) => a.${by} - b.${by});`,
  );
  return [
    '// Written by the build (index-files.mjs): everything that is defined beside it.',
    ...found.map(({ file, variable }) => `import { ${variable} } from './${file}';`),
    '',
    items,
    ...(names === undefined
      ? []
      : [
          '',
          ...declared(
            names,
            found.map(({ name }) => `'${name}'`),
          ),
        ]),
    '',
  ].join('\n');
}

/**
 * On one line where it fits, else an item a line.
 *
 * @param {string} head
 * @param {readonly string[]} items
 * @param {string} tail
 */
function wrapped(head, items, tail) {
  const line = `${head}${items.join(', ')}${tail}`;
  return line.length <= WIDTH ? line : [head, ...items.map((item) => `  ${item},`), tail].join('\n');
}

/**
 * @param {string} kind
 * @param {readonly string[]} names
 */
function declared(kind, names) {
  const line = `    readonly ${kind}: ${names.join(' | ')};`;
  const last = names.length - 1;
  const lines = names.map((name, i) => `      | ${name}${i === last ? ';' : ''}`);
  return [
    "declare module '../../ad/scene.ts' {",
    '  interface StudioNames {',
    ...(line.length <= WIDTH ? [line] : [`    readonly ${kind}:`, ...lines]),
    '  }',
    '}',
  ];
}
