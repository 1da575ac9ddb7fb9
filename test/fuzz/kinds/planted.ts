import { UserError } from '../../../src/errors/user-error.ts';
import { type Outcome, type Target, textOf } from '../input.ts';

/** Does what the text names, so that tests see each fault be found. */
export async function openPlantedTarget(): Promise<Target> {
  return {
    async take(input, at) {
      const text = textOf(input);
      for (const [name, fault] of Object.entries(FAULTS)) {
        if (!text.includes(name)) continue;
        at(name);
        await fault();
      }
      return fine(text.length > 40 ? 'long' : 'short');
    },
    close: async () => {},
  };
}

const fine = (result: string): Outcome => ({
  result,
  said: [{ text: 'All is well.', error: true }],
  faults: [],
});

const kept: Uint8Array[] = [];

const FAULTS: Readonly<Record<string, () => void | Promise<void>>> = {
  LOOP() {
    for (;;) Math.random();
  },
  WAIT: () => new Promise(() => {}),
  HOLD() {
    const end = process.cpuUsage().user + 200_000;
    while (process.cpuUsage().user < end) Math.random();
  },
  SWELL() {
    kept.push(new Uint8Array(400 * 2 ** 20).fill(1));
    kept.length = 0;
  },
  BURST() {
    const all: unknown[] = [];
    for (;;) all.push(new Uint8Array(2 ** 20).fill(1));
  },
  EXIT() {
    process.abort();
  },
  REJECT() {
    void Promise.reject(new Error('nobody catches this'));
    return new Promise((resolve) => setTimeout(resolve, 50));
  },
  BUG() {
    throw new TypeError("Cannot read properties of undefined (reading 'x')");
  },
  RAW() {
    throw new UserError('bad-option', { detail: 'Unexpected token x in JSON at position 3' });
  },
  LONG() {
    const error = new UserError('prompt-empty', {});
    error.in = () => 'y'.repeat(400);
    throw error;
  },
  CLEAR() {
    throw new UserError('prompt-empty', {});
  },
};
