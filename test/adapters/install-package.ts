import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Milliseconds that an installation may take. */
const TIMEOUT = 180_000;

/** What became of an installation. */
export type Installed =
  | { readonly folder: string }
  /** In one line. */
  | { readonly missing: string };

/** Installs a package of somebody else's into a temporary folder, without running anything of it. */
export async function installPackage(spec: string): Promise<Installed> {
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  await writeFile(join(folder, 'package.json'), '{ "name": "other-servers", "private": true }');
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--fetch-retries=1', '--prefix', folder];
  try {
    await promisify(execFile)('npm', ['install', ...options, spec], { cwd: folder, timeout: TIMEOUT });
    return { folder };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    const [why = said] = /^npm error (?!code)\S.*$/mu.exec(said) ?? [];
    return { missing: `${spec} could not be installed: ${why.split('\n')[0]}` };
  }
}
