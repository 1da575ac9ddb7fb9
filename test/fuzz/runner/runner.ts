import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Input, Outcome } from '../input.ts';
import { LIMITS } from '../limits.ts';
import type { Measured, Order, Report, TargetName, Thrown } from './protocol.ts';

/** How an input ended. */
export type Observation =
  | { readonly ended: 'done'; readonly outcome: Omit<Outcome, 'later'>; readonly measured: Measured }
  | { readonly ended: 'thrown'; readonly error: Thrown; readonly measured: Measured }
  | { readonly ended: 'died'; readonly error: Thrown; readonly stage: string }
  | { readonly ended: 'hung'; readonly stage: string }
  | { readonly ended: 'swelled'; readonly stage: string };

/** Milliseconds between looks at the child. */
const LOOK = 25;

/** Milliseconds in which the child has to be ready. */
const LONGEST_START = 120_000;

/** Bytes above its rest at which the child is killed at once, so that the machine is not brought down. */
const SWOLLEN = LIMITS.memory + 200 * 2 ** 20;

/** Inputs that one child takes: what they leave behind, jobs and photos, is none of the next one's. */
const LIFE = 1_500;

/** The heap that the bot has on a small machine, in MB: what needs more ends it. */
const HEAP = 2_048;

/** Runs inputs in a process of its own, and starts another where that one is at its end. */
export class Runner {
  readonly #target: TargetName;
  #child: ChildProcess | undefined;
  #serial = 0;
  #taken = 0;
  /** What the child has written on standard error last. */
  #errors = '';
  starts = 0;

  constructor(target: TargetName) {
    this.#target = target;
  }

  async run(input: Input): Promise<Observation> {
    if (++this.#taken > LIFE) await this.stop();
    this.#child ??= await this.#start();
    const child = this.#child;
    const observation = await observed(child, { id: ++this.#serial, input }, () => this.#errors);
    if (observation.ended !== 'done' && observation.ended !== 'thrown') await this.stop();
    return observation;
  }

  /** Ends the child; the next input starts another. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async #start(): Promise<ChildProcess> {
    this.starts++;
    this.#taken = 1;
    this.#errors = '';
    const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), [this.#target], {
      execArgv: ['--import', 'tsx', '--expose-gc', `--max-old-space-size=${HEAP}`],
      env: { ...process.env, NODE_OPTIONS: '' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.on('data', (data: Buffer) => {
      this.#errors = (this.#errors + data.toString()).slice(-4_000);
    });
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('The runner does not start')), LONGEST_START);
      child.once('message', (report: Report) => {
        clearTimeout(late);
        if (report.type === 'died') reject(new Error(`The runner cannot start: ${report.error.stack}`));
        else resolve();
      });
      child.once('exit', (code) => reject(new Error(`The runner ended with ${code}:\n${this.#errors}`)));
    });
    child.removeAllListeners('exit');
    return child;
  }
}

/** Hands an order to the child and watches it until it is done, or past its limits. */
function observed(child: ChildProcess, order: Order, errors: () => string): Promise<Observation> {
  const start = performance.now();
  const rest = usageOf(child.pid);
  let stage = '';
  // What the product has processes of its own for is its own as well.
  let helpers = 0;
  return new Promise((resolve) => {
    const settle = (observation: Observation): void => {
      clearInterval(looking);
      child.off('message', hear);
      child.off('exit', leave);
      resolve(observation);
    };
    const hear = (report: Report): void => {
      if (report.type === 'ready' || (report.type !== 'died' && report.id !== order.id)) return;
      if (report.type === 'stage') stage = report.stage;
      else if (report.type === 'done') {
        settle({ ended: 'done', outcome: report.outcome, measured: withHelpers(report.measured, helpers) });
      } else if (report.type === 'thrown') {
        settle({ ended: 'thrown', error: report.error, measured: withHelpers(report.measured, helpers) });
      } else settle({ ended: 'died', error: report.error, stage });
    };
    const leave = (code: number | null, signal: string | null): void => {
      const message = errors().match(/FATAL ERROR: .*|.*Error: .*/)?.[0] ?? '';
      const error = { name: signal ?? `exit ${code}`, message, stack: errors() };
      settle({ ended: 'died', error, stage });
    };
    const looking = setInterval(() => {
      const now = usageOf(child.pid);
      helpers = Math.max(helpers, (now?.helpers ?? 0) - (rest?.helpers ?? 0));
      if (performance.now() - start > LIMITS.wait) settle({ ended: 'hung', stage });
      else if (now === undefined || rest === undefined) return;
      else if (now.work - rest.work > 2 * LIMITS.work) settle({ ended: 'hung', stage });
      else if (now.memory + now.helpers - rest.memory - rest.helpers > SWOLLEN)
        settle({ ended: 'swelled', stage });
    }, LOOK);
    child.on('message', hear);
    child.once('exit', leave);
    child.send(order);
  });
}

/** Ticks of the clock by which Linux counts processor time, in a second. */
const TICKS = 100;

interface Taken {
  /** Processor time in milliseconds. */
  readonly work: number;
  /** Resident memory in bytes. */
  readonly memory: number;
}

interface Usage extends Taken {
  /** Resident memory of the processes that it has started, in bytes; their work is counted with its own. */
  readonly helpers: number;
}

/**
 * What a process takes, and what it has started with it, where the system tells (Linux). What those may have started in
 * turn is not looked for: looking at the threads of a process of low priority makes its end cost whoever started it seconds
 * in the kernel, on a machine that is busy.
 */
function usageOf(pid: number | undefined): Usage | undefined {
  try {
    const own = takenBy(pid);
    const helpers = helpersOf(pid).flatMap((helper) => {
      try {
        return takenBy(helper);
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
    return {
      memory: own.memory,
      work: helpers.reduce((sum, { work }) => sum + work, own.work),
      helpers: helpers.reduce((sum, { memory }) => sum + memory, 0),
    };
  } catch {
    return undefined;
  }
}

function takenBy(pid: number | undefined): Taken {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  // What comes after the name, which may hold anything, in parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {
    work: ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1_000,
    memory: Number(fields[21]) * 4_096,
  };
}

function helpersOf(pid: number | undefined): readonly number[] {
  const tasks = readdirSync(`/proc/${pid}/task`);
  return tasks.flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'latin1').split(' ').filter(Boolean).map(Number),
  );
}

const withHelpers = (measured: Measured, helpers: number): Measured => ({
  ...measured,
  memory: measured.memory + helpers,
});
