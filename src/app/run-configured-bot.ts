import { pagedRequests } from '../workflow/plans/paged-requests.ts';
import { openBotLog, startBot } from './bot.ts';
import { loadConfig, readEnvironment } from './config/config.ts';
import { openApp } from './open-app.ts';
import { runBot } from './run-bot.ts';

/** Runs the bot until it ends, on every platform that there are tokens for, or in this terminal. */
export const runConfiguredBot = (): Promise<void> =>
  runBot(async () => {
    const environment = readEnvironment();
    const config = loadConfig(environment);
    const log = openBotLog(config, process.stdin);
    const app = await openApp(config, {
      writingThread: true,
      // All chats show it move, and so does whatever it is sent on to.
      loopKind: 'gif',
      onTrouble: (error) => log.warn({}, 'a result could not be stored', error),
      onNotice: (text) => log.warn({}, text),
    });
    app.render.preload(true);
    app.prepare(false);
    return startBot({
      config,
      log,
      maker: app.maker,
      engines: app.engines,
      openBench: (recipe) => app.maker.openBench(recipe),
      pagesOf: (request, asked) => pagedRequests(app.maker, request, asked, app.presets.requestRules),
      intentOf: app.intentOf,
      photos: app.photos,
      pictures: app.pictures,
      vocabulary: { ...app.presets, faces: app.faces.map(({ name }) => name) },
      threads: app.render.threads,
      enginePids: app.enginePids,
      releaseMemory: () => app.releaseMemory(),
      close: () => app.close(),
      input: process.stdin,
      output: process.stdout,
      environment,
    });
  });
