import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { buildPrograms } from '../../build-programs.mjs';

/** What tests start besides the product's own programs. */
const OF_TESTS = [
  'test/adapters/terminal/quick-bot.ts',
  'test/onnx/process/sample-service.ts',
  'test/workers/failing-worker.ts',
];

/**
 * Before the tests: builds what they start in threads and processes of their own, as `npm run prepare` does. From its
 * sources each would read hundreds of files of TypeScript anew, and some hundred are started.
 *
 * @returns what takes it away after the tests
 */
export async function setup({ config }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { programs: folder } = config.provide;
  if (folder === undefined) throw new Error('vitest.config.ts says where programs are built');
  // Another project of this run has built them.
  if (existsSync(folder)) return undefined;
  await buildPrograms(folder, OF_TESTS);
  return () => rm(folder, { recursive: true, force: true });
}
