#!/usr/bin/env node
import process from 'node:process';
import { restartWithAllocator } from './app/restart-with-allocator.ts';
import { runAsChild } from './app/run-as-child.ts';

/** `npm start`: the bot. What it is made of is loaded once it has the process that it stays in. */
if (!(await restartWithAllocator(process, runAsChild))) {
  const { runConfiguredBot } = await import('./app/run-configured-bot.ts');
  await runConfiguredBot();
}
