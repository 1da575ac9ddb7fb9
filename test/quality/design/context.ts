import { seededRandom } from '../../../src/imaging/random.ts';
import type { NodeContext } from '../../../src/workflow/base-node.ts';
import { directPool } from '../../workers/direct-pool.ts';
import { noEngines } from '../../workflow/no-engines.ts';

/** What the nodes of a design work in: this thread, and no engine. */
export const context: NodeContext = {
  signal: new AbortController().signal,
  engines: noEngines.engines,
  render: directPool,
  random: seededRandom(1),
  progress: () => {},
  note: () => {},
  doNotCache: () => {},
  log: () => {},
};
