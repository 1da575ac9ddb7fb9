import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { LiveMessage } from '../../../src/jobs/delivery/live-message.ts';
import { plainReply } from '../recorder.ts';

const reply = (title: string) => () => plainReply({ title });

/** A platform that notes what it is sent, and takes as long over each as it is told. */
function platform(milliseconds = 0, pause = 0) {
  const seen: string[] = [];
  const times: number[] = [];
  let underWay = 0;
  let mostAtOnce = 0;
  return {
    seen,
    times,
    mostAtOnce: () => mostAtOnce,
    async send({ title }: { readonly title: string }): Promise<number> {
      mostAtOnce = Math.max(mostAtOnce, ++underWay);
      times.push(performance.now());
      seen.push(title);
      await sleep(milliseconds);
      underWay--;
      return pause;
    },
  };
}

describe('LiveMessage', () => {
  it('sends the latest, and never what was overtaken', async () => {
    const { send, seen } = platform();
    const message = new LiveMessage(plainReply({}), send, () => 5);
    for (let n = 0; n < 100; n++) message.update(reply(String(n)));
    await expect.poll(() => seen).toEqual(['0', '99']);
    await message.close();
  });

  it('has one edit under way at a time, and keeps its distance', async () => {
    const { send, times, mostAtOnce } = platform(3);
    const message = new LiveMessage(plainReply({}), send, () => 30);
    for (let n = 0; times.length < 4; n++) {
      message.update(reply(String(n)));
      await sleep(2);
    }
    await message.close();
    expect(mostAtOnce()).toBe(1);
    for (let n = 1; n < times.length; n++) {
      // Timers count whole milliseconds, so one may seem to go off a little early.
      expect((times[n] ?? 0) - (times[n - 1] ?? 0)).toBeGreaterThanOrEqual(28);
    }
  });

  it('does not send again what stands there already', async () => {
    const { send, seen } = platform();
    const message = new LiveMessage(plainReply({}), send, () => 1);
    message.update(reply('same'));
    await expect.poll(() => seen).toEqual(['same']);
    message.update(reply('same'));
    message.update(reply('same'));
    await sleep(10);
    message.update(reply('other'));
    await expect.poll(() => seen).toEqual(['same', 'other']);
    await message.close();
  });

  it('does not repeat what it was posted with', async () => {
    const { send, seen } = platform();
    const message = new LiveMessage(plainReply({ title: 'posted' }), send, () => 1);
    message.update(reply('posted'));
    await sleep(5);
    message.update(reply('moved'));
    await expect.poll(() => seen).toEqual(['moved']);
    await message.close();
  });

  it('sends nothing after it is closed, and is closed only when nothing is under way', async () => {
    let ended = false;
    const seen: string[] = [];
    const message = new LiveMessage(
      plainReply({}),
      async ({ title }) => {
        seen.push(title);
        await sleep(20);
        ended = true;
        return 0;
      },
      () => 1,
    );
    message.update(reply('a'));
    await expect.poll(() => seen).toEqual(['a']);
    message.update(reply('b'));
    await message.close();
    expect(ended).toBe(true);
    message.update(reply('c'));
    await sleep(10);
    expect(seen).toEqual(['a']);
  });

  it('leaves the platform alone for as long as it asks', async () => {
    const { send, seen } = platform(0, 10_000);
    const message = new LiveMessage(plainReply({}), send, () => 1);
    message.update(reply('a'));
    await expect.poll(() => seen).toEqual(['a']);
    message.update(reply('b'));
    await sleep(20);
    expect(seen).toEqual(['a']);
    await message.close();
  });
});
