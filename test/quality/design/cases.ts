import type { DesignFamily } from '../../../src/design/design-request.ts';
import type { Format } from '../../../src/presets/format.ts';
import type { Presets } from '../../../src/presets/presets.ts';
import type { Case } from './judge.ts';
import { MATERIALS, type Material } from './material.ts';
import type { JudgeOptions } from './options.ts';
import { REQUESTS } from './requests.ts';

/** Requests for one family in one format of one material. */
interface Cell {
  /** Tried in this order. */
  readonly cases: readonly Case[];
  /** So many ads are enough. */
  readonly wanted: number;
}

/** How many requests are tried for one ad that is wanted, since families refuse what does not suit them. */
const TRIES = 4;

/**
 * All families × formats × materials, each with requests in turn so that all of them are seen.
 *
 * @throws Error for a family or a format that does not exist
 */
export function cellsOf(options: JudgeOptions, presets: Presets): readonly Cell[] {
  const families = chosen(presets.designs.rows, options.families, 'family');
  const formats = chosen(presets.formats.rows, options.formats, 'format');
  return families.flatMap((family, i) =>
    formats.flatMap((format, j) =>
      options.materials.map((material, k) =>
        cellOf({ family, format, material }, options, 3 * i + 5 * j + 7 * k),
      ),
    ),
  );
}

function cellOf(
  where: Omit<Case, 'request'>,
  { only, requests }: Pick<JudgeOptions, 'only' | 'requests'>,
  first: number,
): Cell {
  const count = only === undefined ? Math.min(REQUESTS.length, TRIES * requests) : 1;
  return {
    wanted: requests,
    cases: Array.from({ length: count }, (_, i) => ({
      ...where,
      request: only === undefined ? (first + i) % REQUESTS.length : only - 1,
    })),
  };
}

function chosen<Row extends { readonly key: string }>(
  rows: readonly Row[],
  keys: readonly string[],
  kind: string,
): readonly Row[] {
  if (keys.length === 0) return rows;
  return keys.map((key) => {
    const row = rows.find((one) => one.key === key);
    if (row === undefined)
      throw new Error(`There is no ${kind} "${key}": ${rows.map((one) => one.key).join(', ')}`);
    return row;
  });
}

/** Requests on the page, and formats. */
const PAGE = { requests: 12, formats: ['1:1', '9:16', '16:9'] };

/** What the page shows: each request in every family, of the best material that it has. */
export function pageCells(presets: Presets, families: readonly string[]): readonly Cell[] {
  const best: readonly Material[] = MATERIALS.toReversed();
  return Array.from({ length: PAGE.requests }, (_, request) => request).flatMap((request) =>
    chosen<DesignFamily>(presets.designs.rows, families, 'family').flatMap((family) =>
      chosen<Format>(presets.formats.rows, PAGE.formats, 'format').map((format) => ({
        wanted: 1,
        cases: best.map((material) => ({ family, format, material, request })),
      })),
    ),
  );
}
