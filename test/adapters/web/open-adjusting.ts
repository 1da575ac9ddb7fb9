import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../src/app/config/config.ts';
import { openApp } from '../../../src/app/open-app.ts';
import { describeJob } from '../../../src/conversation/describe-job.ts';
import { pagedRequests } from '../../../src/workflow/plans/paged-requests.ts';
import { openWeb, type WebDesk } from './open-web.ts';

export interface RealDesk extends WebDesk {
  readonly folder: string;
}

/** The page with the real maker behind it, reached from elsewhere too. */
export async function openAdjusting(): Promise<RealDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'adjust-'));
  const app = await openApp(loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ENGINE: 'studio' }));
  const vocabulary = { ...app.presets, faces: app.faces.map(({ name }) => name) };
  const desk = await openWeb({
    desk: {
      folder,
      parts: {
        maker: app.maker,
        photos: app.photos,
        pictures: app.pictures,
        describe: (job, now) => describeJob(job, now, vocabulary, ['web', 'discord', 'slack']),
      },
    },
    conversation: {
      vocabulary,
      intentOf: app.intentOf,
      pagesOf: (request, asked) => pagedRequests(app.maker, request, asked, app.presets.requestRules),
    },
    web: {
      photos: app.photos,
      openBench: (recipe) => app.maker.openBench(recipe),
      publicUrl: new URL('http://ads.example'),
    },
  });
  return {
    ...desk,
    folder,
    async close() {
      await desk.close();
      await app.close();
    },
  };
}
