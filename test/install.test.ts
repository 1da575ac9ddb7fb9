import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

interface Lock {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
}

/**
 * The npm of Node 20 and 22 does not read `allowScripts` of package.json, and runs the install scripts of the packages
 * that package-lock.json marks: onnxruntime-node's would fetch CUDA libraries that few use, and fail without a net.
 * `npm install` writes the mark again when it changes such a package. Take it out of the lock.
 */
it('an install runs no script of any package, whatever the age of npm', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  expect(Object.keys(packages)).toContain('node_modules/onnxruntime-node');
  const marked = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  expect(marked.map(([name]) => name)).toEqual([]);
});
