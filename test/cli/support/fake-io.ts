import { loadConfig } from '../../../src/app/config/config.ts';
import type { Io } from '../../../src/cli/io.ts';

/** What a command said. */
export interface Said {
  readonly out: string[];
  readonly err: string[];
}

/** A command's surroundings, whose words can be looked at afterwards. */
export function fakeIo(
  environment: Readonly<Record<string, string>> = {},
  signal: AbortSignal = new AbortController().signal,
): { io: Io; said: Said } {
  const said: Said = { out: [], err: [] };
  const io: Io = {
    out: (text) => void said.out.push(text),
    err: (text) => void said.err.push(text),
    draw: () => {},
    signal,
    tty: false,
    config: loadConfig({ EXECUTION_PROVIDER: 'cpu', LOCALE: 'en', ...environment }),
  };
  return { io, said };
}
