import { parseArgs } from 'node:util';
import { MATERIALS, type Material } from './material.ts';
import { REQUESTS } from './requests.ts';

/** What is judged. */
export interface JudgeOptions {
  /** Keys; all where none is named. */
  readonly families: readonly string[];
  /** Keys; all where none is named. */
  readonly formats: readonly string[];
  readonly materials: readonly Material[];
  /** How many requests each family sets in each format of each material, in turn; at most all of them. */
  readonly requests: number;
  /** One request, by its number from 1. */
  readonly only?: number;
  /** Twelve requests in all families and three formats. */
  readonly page: boolean;
  /** Whether the published measures are compared with the rules' on the rules' own pictures. */
  readonly published: boolean;
  /** Whether it is counted how many families ten ads of one shop have. */
  readonly variety: boolean;
}

/** One of each shape of sheet: what is looked at where nothing is said, in some two minutes. */
const SAMPLED = ['1:1', '9:16', '16:9'];

const list = (given: string | undefined): readonly string[] =>
  given === undefined ? [] : given.split(',').map((name) => name.trim());

/** @throws Error for an option that does not exist or a value that it cannot have */
export function parseJudgeOptions(args: readonly string[]): JudgeOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      requests: { type: 'string', default: '2' },
      families: { type: 'string' },
      formats: { type: 'string' },
      materials: { type: 'string' },
      only: { type: 'string' },
      all: { type: 'boolean', default: false },
      page: { type: 'boolean', default: false },
      published: { type: 'boolean', default: false },
      variety: { type: 'boolean', default: false },
    },
  });
  const materials = list(values.materials).map((name) => {
    const found = MATERIALS.find((material) => material === name);
    if (found === undefined) throw new Error(`--materials takes ${MATERIALS.join(', ')}, not "${name}"`);
    return found;
  });
  return {
    families: list(values.families),
    formats: values.formats === undefined && !values.all ? SAMPLED : list(values.formats),
    materials: materials.length === 0 ? MATERIALS : materials,
    requests: values.all ? REQUESTS.length : upToAll('--requests', values.requests),
    ...(values.only === undefined ? {} : { only: upToAll('--only', values.only) }),
    page: values.page,
    published: values.published || values.all,
    variety: values.variety || values.all,
  };
}

function upToAll(option: string, given: string): number {
  const number = Number(given);
  if (Number.isInteger(number) && number >= 1 && number <= REQUESTS.length) return number;
  throw new Error(`${option} takes a whole number of 1 to ${REQUESTS.length}, not "${given}"`);
}
