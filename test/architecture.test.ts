import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What is cruised. */
const PLACES = ['src', 'commands', 'build.mjs', 'build-programs.mjs'];

/** Rooms that all may import, and need not. */
const FOUNDATIONS = ['collections/', 'resilience/'];

const root = resolve(import.meta.dirname, '..');
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
    readonly ruleSetUsed: {
      readonly forbidden: readonly {
        readonly name: string;
        readonly from: { readonly path?: string };
        readonly to: { readonly pathNot?: string };
      }[];
    };
  };
}

async function cruise(folder: string, places: readonly string[]): Promise<Cruise> {
  const args = [depcruise, ...places, '--config', join(root, '.dependency-cruiser.cjs'), '-T', 'json'];
  // The exit code counts the violations; the report is on standard output all the same.
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 2 ** 26,
  }).catch((error: { stdout: string }) => error);
  return JSON.parse(stdout) as Cruise;
}

describe('the import rules', () => {
  let own: Cruise;

  beforeAll(async () => {
    own = await cruise(root, PLACES);
  });

  it('hold in the whole house', () => {
    const { totalCruised, violations } = own.summary;
    expect(violations.map((violation) => `${violation.from}: ${violation.rule.name}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(100);
  });

  it('allow no room more than it imports', () => {
    const rules = own.summary.ruleSetUsed.forbidden.filter(({ name }) => name.endsWith('-imports-downwards'));
    expect(rules.length).toBeGreaterThan(10);
    const allowed = rules.map(({ from, to }) => ({
      room: String(from.path),
      places: (/^\^src\/\((.*)\)$/.exec(String(to.pathNot))?.[1] ?? '').split('|'),
    }));
    const unused = allowed.flatMap(({ room, places }) => {
      const imported = own.modules
        .filter(({ source }) => new RegExp(room).test(source))
        .flatMap(({ dependencies }) => dependencies.map(({ resolved }) => resolved));
      return places
        .filter((place) => `^src/${place}` !== room && !FOUNDATIONS.includes(place))
        .filter((place) => !imported.some((path) => new RegExp(`^src/${place}`).test(path)))
        .map((place) => `${room}: ${place}`);
    });
    expect(unused).toEqual([]);
  });

  describe('see a planted bad import', () => {
    const planted = [
      ['src/ad/copy.ts', 'src/imaging/raster.ts', 'ad-imports-downwards'],
      ['src/workflow/nodes/save-image.ts', 'src/workflow/nodes/text-overlay.ts', 'nodes-never-import-nodes'],
      ['src/workflow/nodes/text-2-image.ts', 'src/engines/studio/engine.ts', 'nodes-see-engine-ports-only'],
      ['src/engines/zimage/engine.ts', 'src/engines/openai/writer.ts', 'engines-never-import-engines'],
      ['src/adapters/slack/app.ts', 'src/adapters/discord/app.ts', 'adapters-never-import-adapters'],
      [
        'src/adapters/slack/inbound/commands.ts',
        'src/adapters/slack/outbound/post.ts',
        'inbound-only-notifies',
      ],
      [
        'src/adapters/slack/outbound/post.ts',
        'src/adapters/slack/inbound/events.ts',
        'outbound-knows-no-inbound',
      ],
      ['src/jobs/store.ts', 'src/adapters/discord/app.ts', 'jobs-imports-downwards'],
      ['commands/ad.ts', 'src/workflow/nodes/text-overlay.ts', 'commands-know-commands-and-jobs'],
      ['src/adapters/slack/reply.ts', 'src/main.ts', 'nothing-imports-a-composition-root'],
      ['src/adapters/slack/register.ts', 'discord.js', 'one-door-discord-js'],
      ['src/workflow/nodes/sharp-node.ts', 'sharp', 'one-door-sharp'],
      ['src/engines/studio/session.ts', 'onnxruntime-node', 'one-door-onnxruntime-node'],
      ['src/models/try-again.ts', 'cockatiel', 'one-door-cockatiel'],
      ['src/jobs/jobs.ts', 'pg', 'one-door-pg'],
      ['src/storage/links.ts', 's3mini', 'one-door-s-mini'],
      ['src/storage/bucket.ts', 'src/storage/s3/s3-home.ts', 'only-the-app-knows-s3'],
      ['src/jobs/photos.ts', 'src/imaging/photo/photo-reader.ts', 'photos-come-in-by-one-door'],
      ['src/jobs/files.ts', 'src/storage/write-atomically.ts', 'files-of-people-reach-the-disk-in-storage'],
      ['src/jobs/job/variant.ts', 'src/jobs/store/job-store.ts', 'a-job-knows-no-machinery'],
      ['src/jobs/store/sqlite/state-calls.ts', 'src/jobs/queue/job-intake.ts', 'the-store-knows-no-work'],
      ['src/jobs/stored-files.ts', 'src/jobs/store/sqlite/job-rows.ts', 'only-the-store-knows-its-databases'],
      [
        'src/jobs/stored-files.ts',
        'src/jobs/store/postgres/database.ts',
        'only-the-store-knows-its-databases',
      ],
      ['src/jobs/scheduler/durations.ts', 'src/jobs/executor/executor.ts', 'the-scheduler-starts-nothing'],
      ['src/jobs/executor/progress.ts', 'src/jobs/delivery/reply.ts', 'the-executor-delivers-nothing'],
      ['src/jobs/delivery/outbox.ts', 'src/jobs/scheduler/scheduler.ts', 'delivery-knows-no-executor'],
      ['src/workflow/cache/disk-cache.ts', 'src/storage/photo-store.ts', 'workflow-is-no-pixel-work'],
      ['src/conversation/help.ts', 'src/presets/load.ts', 'conversation-imports-downwards'],
      ['src/app/preview.ts', 'src/studio/render-scene.ts', 'only-the-pool-loads-the-renderer'],
      ['src/jobs/check.ts', 'fast-check', 'only-declared-packages'],
      ['build.mjs', 'tsx', 'only-declared-packages'],
      ['build-programs.mjs', 'tsx', 'only-declared-packages'],
    ] as const;
    let house: string;
    let caught: Cruise['summary'];

    beforeAll(async () => {
      house = await mkdtemp(join(tmpdir(), 'house-'));
      for (const file of ['node_modules', 'package.json', 'tsconfig.json']) {
        await symlink(join(root, file), join(house, file));
      }
      for (const [from, to] of planted) {
        const depth = from.split('/').length - 1;
        if (to.includes('/')) await plant(house, to, 'export const thing = 1;\n');
        await plant(house, from, `import '${to.includes('/') ? `${'../'.repeat(depth)}${to}` : to}';\n`);
      }
      caught = (await cruise(house, PLACES)).summary;
    });
    afterAll(() => rm(house, { recursive: true, force: true }));

    it.each(planted)('from %s to %s', (from, _to, rule) => {
      const rules = caught.violations.filter((violation) => violation.from === from);
      expect(rules.map((violation) => violation.rule.name)).toContain(rule);
    });
  });
});

async function plant(house: string, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(house, path)), { recursive: true });
  await writeFile(join(house, path), content);
}
