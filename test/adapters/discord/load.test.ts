import { describe, expect, it } from 'vitest';
import { command } from './fake/user-events.ts';
import { withBot } from './with-bot.ts';

const stage = withBot({ MAKING_MS: '20', LOG_LEVEL: 'info', LIMIT_WORKSPACE_OPEN: '0' });

const CROWD = 200;

describe('two hundred people at once', () => {
  it('are all acknowledged, and all get their ads, while the heart beats on', async () => {
    const { discord, bot, shows, make } = stage();
    await shows(make('먼저 온 사람'), /완성했어요/);
    // Measured from here on.
    await metricsOf(bot.output);
    const asked = Array.from({ length: CROWD }, (_, index) => {
      const user = String(610_000_000_000_000_000n + BigInt(index));
      const text = `카페 ${index}`;
      return discord.ask(
        command('make', { text }, { user, name: `손님 ${index}`, locale: index % 2 ? 'ko' : 'en-US' }),
      );
    });
    await discord.until(() => asked.every(({ type }) => type === 5));
    const metrics = await metricsOf(bot.output);
    const done = /완성했어요|Your ad is ready/;
    await discord.until(
      () => asked.every(({ original }) => done.test(original?.texts.at(-1) ?? '')),
      240_000,
    );
    expect(new Set(asked.map(({ original }) => original?.id)).size).toBe(CROWD);
    expect(discord.gateway.identified).toBe(1);
    expect(discord.gateway.resumed).toBe(0);
    const latencies = asked.map(({ latency = Number.POSITIVE_INFINITY }) => latency).sort((a, b) => a - b);
    const lag = /^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(metrics)?.[1];
    console.log(
      `acknowledged: p50 ${latencies[CROWD / 2]?.toFixed(0)} ms, p99 ${latencies[CROWD * 0.99 - 1]?.toFixed(0)} ms; event loop p99 ${Number(lag) * 1000} ms`,
    );
  }, 300_000);
});

/** What the bot tells of itself, at the port that it has logged. */
async function metricsOf(log: string): Promise<string> {
  const port = /"port":(\d+)/.exec(log)?.[1];
  return (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
}
