import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawMessage } from './draw-message.ts';
import { FakeDiscord } from './fake/fake-discord.ts';
import { APPLICATION, TOKEN } from './fake/ids.ts';
import { command, upload } from './fake/user-events.ts';

/** `npx tsx test/adapters/discord/draw-reply.ts FILE.png`: the reply that the real bot sends, drawn from its payload. */
const target = process.argv[2] ?? 'out/discord-reply.png';
const folder = mkdtempSync(join(tmpdir(), 'reply-'));
const discord = await FakeDiscord.open();
const bot: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
  env: {
    ...process.env,
    DATA_DIR: folder,
    HEALTH_PORT: '0',
    ENGINE: 'studio',
    DISCORD_TOKEN: TOKEN,
    DISCORD_APPLICATION_ID: APPLICATION,
    DISCORD_API_URL: discord.address,
    DISCORD_CDN_URL: discord.cdn.address,
  },
  stdio: 'inherit',
});
try {
  await discord.until(() => discord.gateway.identified > 0, 180_000);
  const photo = readFileSync('samples/strawberry-latte.jpg');
  const url = discord.cdn.put('strawberry-latte.jpg', photo);
  const asked = discord.ask(
    command('make', {
      text: '카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기',
      photo: upload(url, photo.length, { content_type: 'image/jpeg' }),
    }),
  );
  const message = await discord.until(
    () => (asked.original !== undefined && asked.original.files.size > 0 ? asked.original : undefined),
    180_000,
  );
  writeFileSync(target, await drawMessage(message.body, message.files));
} finally {
  bot.kill('SIGKILL');
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
}
