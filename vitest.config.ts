import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Rooms whose modules keep nothing that one file of tests could leave to the next: they are opened once a worker. */
const STATELESS_ROOMS = [
  'ad',
  'collections',
  'language',
  'layout',
  'presets',
  'text',
  'typography',
  'writing',
];

const STATELESS = STATELESS_ROOMS.map((room) => `test/${room}/**/*.test.ts`);

/**
 * Begins with the campaigns, which take a minute whatever the machine: begun last, they would run alone. Files of one
 * project follow one another, so that a worker is handed on.
 */
class CampaignsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number =>
      /\/test\/fuzz\/fuzz\.test\.ts$/.test(moduleId) ? 0 : project.name === 'parts' ? 1 : 2;
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    // One more than the cores of a small machine: many files wait on timers and on other processes.
    maxWorkers: 3,
    sequence: { sequencer: CampaignsFirst },
    testTimeout: 240_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: STATELESS,
          typecheck: { enabled: true, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
        },
      },
      { extends: true, test: { name: 'rules', include: STATELESS, isolate: false } },
    ],
  },
});
