#!/usr/bin/env node
import type { Command } from './io.ts';
import { runCommand } from './run-command.ts';

/** The commands of the command line, each loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  ad: async () => (await import('./ad.ts')).ad,
  cutout: async () => (await import('./cutout.ts')).cutout,
  jobs: async () => (await import('./jobs.ts')).jobs,
  models: async () => (await import('./models.ts')).models,
  register: async () => (await import('./register.ts')).register,
  zimage: async () => (await import('./zimage.ts')).zimage,
};

const [name = '', ...args] = process.argv.slice(2);
process.exitCode = await runCommand(name, args, commands);
