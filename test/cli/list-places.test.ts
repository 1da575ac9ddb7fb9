import { describe, expect, it } from 'vitest';
import { listPlaces } from '../../src/cli/list-places.ts';

describe('the list of places', () => {
  it.each(['ko', 'en'] as const)(
    'fits a terminal in %s, and says of each line by whom its rules are',
    async (locale) => {
      const lines = (await listPlaces(locale)).split('\n');
      const places = lines.filter((line) => /^ {2}[\da-z-]+ {2,}/.test(line));
      expect(places.length).toBeGreaterThan(35);
      for (const line of places) expect(line.length, line).toBeLessThan(160);
      const cited = places.flatMap((line) =>
        (/\[([\d, ]+)\]$/.exec(line)?.[1] ?? 'none').split(', ').map(Number),
      );
      const sources = lines
        .flatMap((line) => /^ {2}\[(\d+)\] .*\d{4}-\d\d-\d\d/.exec(line)?.[1] ?? [])
        .map(Number);
      expect(new Set(cited)).toEqual(new Set(sources));
      expect(places.find((line) => line.includes('round-sticker'))).toMatch(/칼선|cut line/);
    },
  );
});
