import { kindOf, say } from '../../../src/errors/say.ts';
import { UserError } from '../../../src/errors/user-error.ts';
import type { Outcome } from '../input.ts';
import { targets } from '../kinds/targets.ts';
import { Meter } from './measure.ts';
import type { Order, Report, TargetName, Thrown } from './protocol.ts';

/**
 * The process that is watched: holds the product, takes one input after the other and tells what became of it. It is
 * killed where it takes too long or too much, and started anew.
 */
const report = (what: Report): void => void process.send?.(what);

let current = -1;
const die = (error: unknown): void => report({ type: 'died', id: current, error: thrown(error) });
process.on('uncaughtException', die);
process.on('unhandledRejection', die);
// Nobody is left who could be told.
process.on('disconnect', () => process.exit(0));

const meter = new Meter();
const target = await targets[process.argv[2] as TargetName]();

process.on('message', async ({ id, input }: Order) => {
  current = id;
  const stage = (name: string): void => report({ type: 'stage', id, stage: name });
  const measuring = meter.start();
  try {
    let outcome = await answered(target.take(input, stage));
    const hold = measuring.hold();
    const { later } = outcome;
    if (later !== undefined) outcome = (await answered(later())) ?? outcome;
    const { result, said, faults } = outcome;
    report({ type: 'done', id, outcome: { result, said, faults }, measured: { hold, ...measuring.end() } });
  } catch (error) {
    const measured = { hold: measuring.hold(), ...measuring.end() };
    report({ type: 'thrown', id, error: thrown(error), measured });
  }
});

report({ type: 'ready' });

/** What the product means to throw is an answer. */
async function answered<T extends Outcome | undefined>(work: Promise<T>): Promise<T | Outcome> {
  try {
    return await work;
  } catch (error) {
    if (kindOf(error) === 'bug') throw error;
    return refusal(error);
  }
}

function refusal(error: unknown): Outcome {
  const said = (['ko', 'en'] as const).map((locale) => ({ text: say(error, locale), error: true }));
  return { result: error instanceof UserError ? error.code : 'outage', said, faults: [] };
}

function thrown(error: unknown): Thrown {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error), stack: '' };
  const { name, message, stack = '' } = error;
  return { name, message: message.slice(0, 2_000), stack: stack.slice(0, 4_000) };
}
