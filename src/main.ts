#!/usr/bin/env node
import process from 'node:process';
import { restartWithAllocator } from './app/restart-with-allocator.ts';

/** `npm start`: the bot. What it is made of is loaded once it has the process that it stays in. */
restartWithAllocator(process);
const { runConfiguredBot } = await import('./app/run-configured-bot.ts');
await runConfiguredBot();
