import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { labelOf } from '../../src/ad/node-label.ts';

const NODES = join(import.meta.dirname, '../../src/workflow/nodes');

it('says what every node does in both languages, and shows nobody the name of a class', () => {
  const names = readdirSync(NODES).flatMap((file) =>
    [...readFileSync(join(NODES, file), 'utf8').matchAll(/readonly name = '(\w+)'/g)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(9);
  for (const name of names) {
    const { ko, en } = labelOf(name ?? '');
    expect(ko, name).toMatch(/[가-힣]/);
    expect(en).not.toBe(name);
  }
});
