import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { indexFiles } from '../index-files.mjs';
import { actionId } from '../src/conversation/actions.ts';
import { builtIn } from '../src/studio/studio.ts';

const ROOT = join(import.meta.dirname, '..');

/** How often a folder's files call a function that defines something. */
const defined = (folder: string, define: string): number =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith('.ts') && file !== `define-${folder.split('/').at(-1)?.slice(0, -1)}.ts`)
    .flatMap(
      (file) => readFileSync(join(ROOT, folder, file), 'utf8').match(new RegExp(`= ${define}\\(`, 'g')) ?? [],
    ).length;

describe('the indexes', () => {
  it.each([...indexFiles()])('%s is as the build writes it', (path, text) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
  });

  it('leave out nothing that is defined', () => {
    expect(builtIn.scenes.all).toHaveLength(defined('src/studio/scenes', 'defineScene'));
    expect(builtIn.materials.all).toHaveLength(defined('src/studio/materials', 'defineMaterial'));
    expect(builtIn.props.all).toHaveLength(defined('src/studio/props', 'defineProp'));
    expect(commands).toHaveLength(defined('commands', 'defineCommand'));
    expect(builtIn.styles.all).toHaveLength(defined('src/studio/styles', 'defineStyle'));
  });

  it('list a scene a file, under its name', () => {
    const files = readdirSync(join(ROOT, 'src/studio/scenes')).filter((file) => file !== 'index.ts');
    expect(builtIn.scenes.names.map((name) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  it('list styles in the order of buttons, their names short enough for the id of one', () => {
    const orders = builtIn.styles.all.map(({ order }) => order);
    expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
    for (const style of builtIn.styles.names) {
      expect(actionId('7k3f9q', { kind: 'style', style }).length).toBeLessThanOrEqual(40);
    }
  });

  it('list commands in the order of help', () => {
    const orders = commands.map(({ order }) => order);
    expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
    expect([commands.at(0)?.name, commands.at(-1)?.name]).toEqual(['make', 'help']);
  });
});
