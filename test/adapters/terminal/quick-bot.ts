import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBotLog, startBot } from '../../../src/app/bot.ts';
import { loadConfig } from '../../../src/app/config/config.ts';
import { runBot } from '../../../src/app/run-bot.ts';
import { openWritingThread } from '../../../src/app/writing/writing-thread.ts';
import { createPhotoStore } from '../../../src/storage/photo-store.ts';
import { createPictureStore } from '../../../src/storage/picture-store.ts';
import { smallVocabulary } from '../../conversation/command/small-vocabulary.ts';
import { watchEventLoop } from '../../event-loop.ts';
import { createQuickMaker } from '../../jobs/quick-maker.ts';
import { quickPages } from '../../jobs/quick-pages.ts';

/**
 * The real bot with the terminal's chat, but for its maker, which is quick; `MAKING_MS` says how quick, and
 * `THINGS` how many things it finds in each photo. While there is a file `hold` in its data folder it makes nothing.
 *
 * Whoever has it as a child is told, for any message, how its event loop was held since the last.
 */
if (process.send !== undefined) {
  let loop = watchEventLoop();
  process.on('message', () => {
    process.send?.(loop.stop());
    loop = watchEventLoop();
  });
}
await runBot(async () => {
  const config = loadConfig(process.env);
  // As the product has it: what is read holds nobody up.
  const writing = openWritingThread({ dataFolder: config.DATA_DIR });
  const pictures = createPictureStore(join(config.DATA_DIR, 'pictures'));
  return startBot({
    config,
    pagesOf: quickPages(() => config.DATA_DIR),
    intentOf: (text, shown) => writing.intentOf(text, shown),
    engines: ['quick'],
    maker: createQuickMaker({
      pictures,
      milliseconds: Number(process.env.MAKING_MS ?? 20),
      things: Number(process.env.THINGS ?? 1),
      async onPicture(_request, { signal }) {
        while (existsSync(join(config.DATA_DIR, 'hold'))) {
          signal?.throwIfAborted();
          await sleep(10);
        }
      },
    }),
    photos: createPhotoStore(join(config.DATA_DIR, 'photos')),
    pictures,
    vocabulary: smallVocabulary,
    threads: 2,
    log: openBotLog(config, process.stdin),
    close: () => writing.close(),
    input: process.stdin,
    output: process.stdout,
    environment: process.env,
  });
});
