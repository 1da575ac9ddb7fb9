import type { Command } from '../src/conversation/command/define-command.ts';
import { brand } from './brand.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { make } from './make.ts';
import { queue } from './queue.ts';
import { show } from './show.ts';

/** Every command of `/ad`, in the order in which help lists them. */
export const commands: readonly Command[] = [make, queue, history, show, brand, help];
