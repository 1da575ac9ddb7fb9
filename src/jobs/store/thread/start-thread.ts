import { Worker } from 'node:worker_threads';

/**
 * Starts a file as a thread. A tree that runs from its sources, as in tests, has no JavaScript to start with, so the
 * thread is first given the loader that reads TypeScript.
 */
export function startThread(file: URL, workerData: unknown): Worker {
  if (!file.pathname.endsWith('.ts')) return new Worker(file, { workerData });
  const source = `import('tsx/esm/api').then(({ register }) => { register(); return import('${file.href}'); })`;
  return new Worker(source, { eval: true, workerData, execArgv: [] });
}
