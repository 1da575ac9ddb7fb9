import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vitest/config';

/** A module of ours that starts another, by the extension that it has itself. */
const STARTER = /\bextname\(import\.meta\.url\)/;

/**
 * Has the sources start threads and processes from `folder`, where all are built: those who look beside themselves for
 * what they start are told that they lie there.
 */
export function startBuilt(folder: string): Plugin {
  const beside = JSON.stringify(pathToFileURL(join(folder, 'tests.js')).href);
  return {
    name: 'start-built',
    enforce: 'pre',
    transform: (code, id) =>
      /\/src\/[^?]*\.ts$/.test(id) && STARTER.test(code)
        ? { code: code.replaceAll('import.meta.url', beside), map: null }
        : undefined,
  };
}
