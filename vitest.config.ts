import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begins with the campaigns, which take a minute whatever the machine: begun last, they would run alone. */
class CampaignsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isCampaign = ({ moduleId }: TestSpecification): boolean =>
      /\/test\/fuzz\/fuzz\.test\.ts$/.test(moduleId);
    return [...sorted.filter(isCampaign), ...sorted.filter((file) => !isCampaign(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    typecheck: { enabled: true, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: CampaignsFirst },
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
