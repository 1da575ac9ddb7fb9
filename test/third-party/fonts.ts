import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { ROOT } from './libraries.ts';

export interface Font {
  readonly name: string;
  readonly weights: number;
  readonly licence: string;
  /** As its licence names the holder. */
  readonly copyright: string;
  /** The package or the folder that it is in. */
  readonly from: string;
}

const list = z.array(
  z.object({ name: z.string(), package: z.string().optional(), files: z.record(z.string(), z.string()) }),
);

/** The faces of fonts.yaml, with what the licence beside each says. */
export function readFonts(): readonly Font[] {
  return list
    .parse(parse(readFileSync(join(ROOT, 'fonts/fonts.yaml'), 'utf8')))
    .map(({ name, package: carrier, files }) => {
      const [first = ''] = Object.values(files);
      const from = carrier ?? `fonts/${dirname(first)}`;
      const text = readFileSync(join(ROOT, licenceOf(from, carrier)), 'utf8');
      const licence = /SIL Open Font License, Version 1\.1/.test(text) ? 'OFL-1.1' : 'unknown';
      const copyright = /^Copyright [\s\S]*?(?=\n\s*\n|\nThis Font)/m.exec(text)?.[0] ?? 'unknown';
      return {
        name,
        weights: Object.keys(files).length,
        licence,
        copyright: copyright.replaceAll(/\s+/g, ' ').replace(/[,.]?$/, ''),
        from,
      };
    });
}

/** A package that carries code too has a licence of its own for the font. */
function licenceOf(from: string, carrier: string | undefined): string {
  if (carrier === undefined) return `${from}/OFL.txt`;
  const own = `node_modules/${carrier}/LICENSE_FONT`;
  return existsSync(join(ROOT, own)) ? own : `node_modules/${carrier}/LICENSE`;
}
