import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { startBuilt } from './test/programs/start-built.ts';

/**
 * Files that have a process of their own: they measure its memory, hold its event loop, end it, or change what is one
 * for all in it (environment, `fetch`, listeners, the library's own app). All others share a few processes, which load
 * the sources once: nothing in src/ may keep what changes an answer that another file of tests gets.
 */
const ALONE = [
  'test/*.test.ts',
  'test/ad/parse/parse-recipe.test.ts',
  'test/adapters/**',
  'test/cli/**',
  'test/drill/drill.test.ts',
  'test/engines/openai/**',
  'test/fuzz/**',
  'test/imaging/photo/**',
  'test/jobs/crash.test.ts',
  'test/onnx/process/**',
  'test/workers/**',
  'test/workflow/**',
  'test/zimage/memory.test.ts',
];

/** Files that take longest whatever the machine, the longest first: begun last, they would run alone. */
const LONGEST = [
  'drill/drill',
  'jobs/crash',
  'fuzz/fuzz',
  'imaging/photo/hostile-photos',
  'imaging/photo/damaged-photos',
  'adapters/slack/process',
  'adapters/discord/connection',
  'photo-metadata',
];

/** Begins with the longest. Files of one project follow one another, so that a process is handed on. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return place >= 0 ? place : LONGEST.length + (project.name === 'alone' ? 0 : 1);
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Where the programs that tests start are built, for this run alone. */
const PROGRAMS = join(import.meta.dirname, 'out', `programs-${process.pid}`);

/** Where tests ask for PostgreSQL; the path of a socket must be short. */
const POSTGRES = join(tmpdir(), `shop-ad-postgres-${process.pid}.sock`);

export default defineConfig({
  plugins: [startBuilt(PROGRAMS)],
  test: {
    globalSetup: ['./test/programs/build.ts', './test/postgres/serve.ts'],
    provide: { programs: PROGRAMS, postgres: POSTGRES },
    pool: 'forks',
    // One more than the cores of a small machine: many files wait on timers and on other processes.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 240_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: ALONE.map((files) => (files.endsWith('.ts') ? files : `${files}/*.test.ts`)),
        },
      },
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: ALONE,
          isolate: false,
          typecheck: {
            enabled: true,
            include: ['test/**/*.test-d.ts'],
            tsconfig: './test/tsconfig.types.json',
          },
        },
      },
    ],
  },
});
