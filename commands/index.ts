// Written by the build (index-files.mjs): everything that is defined beside it.
import { brand } from './brand.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { make } from './make.ts';
import { queue } from './queue.ts';
import { show } from './show.ts';

export const commands = [brand, help, history, make, queue, show].sort((a, b) => a.order - b.order);
