import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueModel } from './catalogue.ts';
import { checkSpace } from './disk-space.ts';
import { type DownloadOptions, downloadFile } from './download.ts';
import { type HubSettings, headersFor, listHubFiles, type RemoteFile } from './hub.ts';

/** How a pull goes on. */
export interface PullProgress {
  readonly file: string;
  /** Bytes of the whole model that are there, and that there will be. */
  readonly done: number;
  readonly total: number;
}

export interface PullOptions extends Omit<DownloadOptions, 'headers' | 'onBytes' | 'maxBytes'> {
  readonly hub: HubSettings;
  onProgress?(progress: PullProgress): void;
}

/**
 * Fetches a model into a folder: one of its own for a repository, a file in it for a single file. Files that are
 * there and of the right size are kept.
 *
 * @returns the model's folder or file
 * @throws UserError `model-no-space`, `model-gated`, `model-file-name`; OutageError
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
      maxBytes: 2 * model.bytes,
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
