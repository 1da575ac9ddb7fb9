import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DetailKind } from '../../src/ad/detail-kind.ts';
import { pathOf } from './path-of.ts';

/**
 * `npm run detail-icons` writes src/typography/detail-icons.ts and src/adapters/web/render/page-icons.ts anew: the outlines
 * of the small icons before an ad's details and on the page's buttons, taken from Lucide as Iconify publishes it.
 */

/** Lucide's name of each kind's icon. */
const ICONS: Readonly<Record<DetailKind, string>> = {
  hours: 'clock',
  closed: 'calendar-x',
  period: 'calendar-days',
  place: 'map-pin',
  phone: 'phone',
  account: 'message-circle',
  link: 'globe',
  exception: 'ban',
  condition: 'circle-check',
  parking: 'circle-parking',
  allergy: 'wheat',
  notice: 'megaphone',
  audience: 'users',
  shop: 'store',
  prices: 'tag',
  other: 'dot',
};

/** The same of what buttons on the page do. */
const PAGE_ICONS = {
  regenerate: 'refresh-cw',
  style: 'palette',
  family: 'wand-sparkles',
  lettering: 'type',
  words: 'pencil',
  parts: 'puzzle',
  sizes: 'ruler',
  motion: 'film',
  vary: 'sparkles',
  pick: 'pointer',
  adjust: 'move',
  larger: 'plus',
  smaller: 'minus',
  redo: 'redo-2',
  why: 'lightbulb',
  show: 'image',
  undo: 'undo-2',
  retry: 'rotate-ccw',
  cancel: 'x',
  remove: 'trash',
  drop: 'x',
  photo: 'image-plus',
  camera: 'camera',
} as const;

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string } | undefined>>;
}

const require = createRequire(import.meta.url);
const folder = join(require.resolve('@iconify-json/lucide/package.json'), '..');
const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
const { icons } = JSON.parse(await readFile(join(folder, 'icons.json'), 'utf8')) as IconSet;

const LICENCE = `/**
 * Outlines of Lucide ${version} (ISC License, Copyright (c) for portions of Lucide are held by Cole Bemis 2013-2022 as part of
 * Feather (MIT); all other copyright (c) for Lucide are held by Lucide Contributors 2022), as paths in a square of 24.
 */`;

/** The outlines by what they stand for, as lines of a module. */
const rowsOf = (names: Readonly<Record<string, string>>): string =>
  Object.entries(names)
    .map(([kind, name]) => {
      const icon = icons[name];
      if (icon === undefined) throw new Error(`Lucide has no icon ${name}`);
      return `  ${kind}: '${pathOf(icon.body)}',`;
    })
    .join('\n');

const source = join(import.meta.dirname, '../../src');

await writeFile(
  join(source, 'typography/detail-icons.ts'),
  `import type { DetailKind } from '../ad/detail-kind.ts';

// Written by \`npm run detail-icons\`; a change goes there.

${LICENCE}
export const DETAIL_ICONS: Readonly<Record<DetailKind, string>> = {
${rowsOf(ICONS)}
};
`,
);

await writeFile(
  join(source, 'adapters/web/render/page-icons.ts'),
  `// Written by \`npm run detail-icons\`; a change goes there.

${LICENCE}
export const PAGE_ICONS = {
${rowsOf(PAGE_ICONS)}
} as const;
`,
);
