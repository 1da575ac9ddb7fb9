import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

export const ROOT = resolve(import.meta.dirname, '../..');

/** A library that production installs, or the builds of one for several platforms. */
export interface Library {
  /** '@img/sharp-*' where it stands for builds. */
  readonly name: string;
  readonly versions: readonly string[];
  /** SPDX expressions; more than one where the builds of platforms differ. */
  readonly licences: readonly string[];
  /** Web address of its source. */
  readonly origin: string;
}

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      /** Where another package is installed under this place's name. */
      name: z.string().optional(),
      version: z.string(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

const manifest = z.object({
  repository: z.union([z.string(), z.object({ url: z.string() })]).optional(),
});

/** What of a name says which platform a build is for. */
const PLATFORM =
  /(?<=[/-])(?:aix|android|darwin|freebsd|linux(?:musl)?|netbsd|openbsd|openharmony|sunos|wasm32|webcontainers|win32)(?:-.*)?$/;

/** Origins of what this machine may not have installed, since it belongs to the build for another platform. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '@emnapi/runtime': 'https://github.com/toyobayashi/emnapi',
};

/** Of libraries whose manifest names no licence: how the text in their LICENSE file begins. */
const LICENCE_TEXTS: Readonly<Record<string, string>> = { 'MIT License': 'MIT' };

/** The libraries of package-lock.json that are not for developers alone, by name. */
export function readLibraries(): readonly Library[] {
  const { packages } = lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
  const found = new Map<string, { versions: Set<string>; licences: Set<string>; origins: Set<string> }>();
  for (const [folder, { name: real, version, license, dev, optional }] of Object.entries(packages)) {
    if (folder === '' || dev === true) continue;
    const own = real ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const name = optional === true ? own.replace(PLATFORM, '*') : own;
    const library = found.get(name) ?? { versions: new Set(), licences: new Set(), origins: new Set() };
    found.set(name, library);
    library.versions.add(version);
    library.licences.add(license ?? licenceIn(folder) ?? 'unknown');
    const origin = originOf(folder) ?? ELSEWHERE[own];
    if (origin !== undefined) library.origins.add(origin);
  }
  return [...found]
    .map(([name, { versions, licences, origins }]) => {
      const [origin] = origins;
      if (origin === undefined) throw new Error(`${name} does not say where its source is`);
      return { name, versions: [...versions], licences: [...licences], origin };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function licenceIn(folder: string): string | undefined {
  const file = join(ROOT, folder, 'LICENSE');
  const [title = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return LICENCE_TEXTS[title.trim()];
}

/** The address of a package's repository; undefined where it is not installed or names none. */
function originOf(folder: string): string | undefined {
  const file = join(ROOT, folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const { repository } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  const address = typeof repository === 'string' ? repository : repository?.url;
  if (address === undefined) return undefined;
  const path =
    /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(address)?.[1] ?? /github\.com[/:](.+)$/.exec(address)?.[1];
  const [, elsewhere] = /^(?:git\+)?(https:\/\/.+?)(?:\.git)?\/?$/.exec(address) ?? [];
  if (path === undefined && elsewhere !== undefined) return elsewhere;
  if (path === undefined) throw new Error(`${folder} comes from ${address}, of which we know no web address`);
  return `https://github.com/${path.replace(/\.git$/, '').replace(/\/$/, '')}`;
}
