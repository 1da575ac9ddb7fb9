#!/usr/bin/env node
import type { Command } from './cli/io.ts';
import { runCommand } from './cli/run-command.ts';

/** The commands of the command line, each loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  ad: async () => (await import('./cli/ad.ts')).ad,
  cutout: async () => (await import('./cli/cutout.ts')).cutout,
  jobs: async () => (await import('./cli/jobs.ts')).jobs,
  models: async () => (await import('./cli/models.ts')).models,
  register: async () => (await import('./cli/register.ts')).register,
  zimage: async () => (await import('./cli/zimage.ts')).zimage,
};

const [name = '', ...args] = process.argv.slice(2);
process.exitCode = await runCommand(name, args, commands);
