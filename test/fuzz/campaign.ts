import type { StoredInput } from './corpus.ts';
import { Dice } from './dice.ts';
import type { Generator, Input, KindName } from './input.ts';
import { type Finding, judge, rawWordsIn, VERDICTS, type Verdict } from './judge.ts';
import { minimise } from './minimise/minimise.ts';
import type { TargetName } from './runner/protocol.ts';
import { type Observation, Runner } from './runner/runner.ts';

export interface CampaignOptions {
  readonly kind: KindName;
  readonly generator: Generator;
  /** What is run; by default the kind's own. */
  readonly target?: TargetName;
  readonly seed: number;
  /** When to stop: asked before each input with how many there were. */
  readonly isOver: (inputs: number) => boolean;
  /** Found earlier: run first, and mutated further. */
  readonly hostile: readonly StoredInput[];
  /** Inputs of earlier runs that are mutated further. */
  readonly kept?: readonly Input[];
  /** Milliseconds for making one finding smaller; 0 = it stays as it is. */
  readonly minimising: number;
  /** How many times over a limit of time may be gone; 1 when absent. */
  readonly room?: number;
  /** Told of each fault that is seen for the first time, with the smallest input that shows it. */
  readonly onFinding?: (finding: Finding, input: Input, file: string | undefined) => Promise<void>;
  /** Told of inputs that went a way of their own. */
  readonly onNovelty?: (input: Input, result: string) => Promise<void>;
}

export interface CampaignResult {
  readonly inputs: number;
  /** How many inputs ended so. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** One for each fault. */
  readonly findings: readonly Finding[];
  /** Of the processes that were watched. */
  readonly starts: number;
}

/** Share of inputs that are hostile from the start; the others are made from those that there are. */
const INVENTED = 0.3;

/** How often an input is run again before it counts as too slow or too large: a collection of garbage is not its own. */
const AGAIN = 2;

/** Runs inputs of one kind until it is over, and makes what it finds small. The same seed gives the same inputs. */
export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const { kind, generator, hostile, isOver } = options;
  const runner = new Runner(options.target ?? kind);
  try {
    const campaign = new Campaign(options, runner);
    const seeds = await generator.seeds();
    // What is loaded and compiled by the first of its way is not what an input takes.
    for (const seed of seeds) {
      if (seeds.find(({ way }) => way === seed.way) === seed) await runner.run(seed);
    }
    for (const input of seeds) await campaign.try(input);
    for (const { input, file } of hostile) await campaign.try(input, file);
    const dice = new Dice(options.seed);
    while (!isOver(campaign.inputs)) await campaign.try(campaign.next(dice));
    return campaign.result();
  } finally {
    await runner.stop();
  }
}

class Campaign {
  readonly #options: CampaignOptions;
  readonly #runner: Runner;
  readonly #corpus: Input[];
  readonly #results = new Set<string>();
  readonly #findings = new Map<string, Finding>();
  /** Raw words of all inputs so far. */
  readonly #said = new Set<string>();
  readonly #counts = new Map<Verdict, number>();
  inputs = 0;

  constructor(options: CampaignOptions, runner: Runner) {
    this.#options = options;
    this.#runner = runner;
    this.#corpus = [...(options.kept ?? [])];
  }

  next(dice: Dice): Input {
    const { generator } = this.#options;
    if (dice.chance(INVENTED)) return generator.invent(dice);
    const input = dice.pick(this.#corpus);
    const others = this.#corpus.filter(({ way }) => way === input.way);
    return generator.mutate(input, dice, dice.pick(others));
  }

  /** @param file of an input that was found earlier */
  async try(input: Input, file?: string): Promise<void> {
    this.inputs++;
    const finding = await this.#judged(input);
    for (const word of rawWordsIn(input)) this.#said.add(word);
    if (finding === undefined) return;
    this.#counts.set(finding.verdict, (this.#counts.get(finding.verdict) ?? 0) + 1);
    if (this.#findings.has(finding.signature)) return;
    this.#findings.set(finding.signature, finding);
    const smallest = file === undefined ? await this.#smallest(input, finding) : input;
    await this.#options.onFinding?.(finding, smallest, file);
  }

  result(): CampaignResult {
    const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, this.#counts.get(verdict) ?? 0]));
    return {
      inputs: this.inputs,
      counts: counts as Record<Verdict, number>,
      findings: [...this.#findings.values()],
      starts: this.#runner.starts,
    };
  }

  /** What is wrong with an input, seen as often as it takes to be sure. */
  async #judged(input: Input): Promise<Finding | undefined> {
    const observation = await this.#runner.run(input);
    let finding = this.#judge(input, observation);
    if (observation.ended === 'done' && finding === undefined) {
      await this.#learn(input, `${input.way} ${observation.outcome.result}`);
    }
    const doubtful: readonly (Verdict | undefined)[] = ['hold', 'memory', 'hang'];
    for (let again = 0; again < AGAIN && doubtful.includes(finding?.verdict); again++) {
      finding = this.#judge(input, await this.#runner.run(input));
    }
    return finding;
  }

  #judge(input: Input, observation: Observation): Finding | undefined {
    const { generator, room = 1 } = this.#options;
    return judge(input, observation, { live: generator.isLive(input.way), room, earlier: this.#said });
  }

  /** Inputs of which nothing like them was seen are worth going on from. */
  async #learn(input: Input, result: string): Promise<void> {
    if (this.#results.has(result)) return;
    this.#results.add(result);
    this.#corpus.push(input);
    await this.#options.onNovelty?.(input, result);
  }

  async #smallest(input: Input, { verdict }: Finding): Promise<Input> {
    const { generator, minimising } = this.#options;
    if (minimising === 0) return input;
    const end = performance.now() + minimising;
    return minimise(input, {
      shape: generator.shapeOf(input.way),
      isOver: () => performance.now() > end,
      fails: async (smaller) => this.#judge(smaller, await this.#runner.run(smaller))?.verdict === verdict,
    });
  }
}
