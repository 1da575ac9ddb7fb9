import { mkdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors/user-error.ts';
import type { CatalogueModel } from './catalogue.ts';
import { type DownloadOptions, downloadFile } from './download.ts';
import { type HubSettings, headersFor, listHubFiles, type RemoteFile } from './hub.ts';

/** How a pull goes on. */
export interface PullProgress {
  readonly file: string;
  /** Bytes of the whole model that are there, and that there will be. */
  readonly done: number;
  readonly total: number;
}

export interface PullOptions extends Omit<DownloadOptions, 'headers' | 'onBytes'> {
  readonly hub: HubSettings;
  onProgress?(progress: PullProgress): void;
}

/** Left free on a disk besides what is fetched: databases and pictures need room as well. */
const SPARE = 500e6;

/**
 * Fetches a model into a folder: one of its own for a repository, a file in it for a single file. Files that are
 * there and of the right size are kept.
 *
 * @returns the model's folder or file
 * @throws UserError `model-no-space`, `model-gated`; OutageError
 */
export async function pullModel(
  model: CatalogueModel,
  models: string,
  options: PullOptions,
): Promise<string> {
  const { source } = model;
  const target = source.kind === 'hub' ? join(models, model.name) : join(models, `${model.name}.onnx`);
  const files =
    source.kind === 'hub'
      ? await listHubFiles(source, options.hub, options.signal)
      : [{ path: '', url: source.url, bytes: undefined, digest: source.digest }];
  const total = files.reduce((sum, { bytes = model.bytes }) => sum + bytes, 0);
  const missing: RemoteFile[] = [];
  let done = 0;
  for (const file of files) {
    if (await isThere(file, join(target, file.path))) done += file.bytes ?? model.bytes;
    else missing.push(file);
  }
  await mkdir(models, { recursive: true });
  await checkSpace(models, total - done);
  for (const file of missing) {
    await downloadFile(file, join(target, file.path), {
      ...options,
      headers: headersFor(file.url, options.hub),
      onBytes(count) {
        done += count;
        options.onProgress?.({ file: file.path || model.name, done, total });
      },
    });
  }
  return target;
}

async function isThere({ bytes }: RemoteFile, path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && (bytes === undefined || found.size === bytes);
}

async function checkSpace(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (needed > 0 && needed + SPARE > free) {
    throw new UserError('model-no-space', { folder, needed: gigabytes(needed), free: gigabytes(free) });
  }
}

/** As in `20.5 GB`, or `4.7 MB` below one. */
export function gigabytes(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
