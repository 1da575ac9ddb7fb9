import type { AdResult } from '../../ad/result.ts';
import { pictureIdOf } from '../../storage/picture-store.ts';
import type { NewJob, Platform } from '../job/job.ts';
import type { Variant } from '../job/variant.ts';
import type { StoredFile } from './job-store.ts';

/** The photos that an order is made from. */
export function photosOf({ variants }: Pick<NewJob, 'variants'>): readonly StoredFile[] {
  return variants.flatMap(({ request: { photos, brand, backdrop } }) =>
    [...photos, brand?.logo, backdrop?.photo].flatMap((photo): readonly StoredFile[] =>
      photo === undefined ? [] : [{ kind: 'photo', name: photo.sha256 }],
    ),
  );
}

/** The pictures of a result. */
export function filesOf({ image, loops = [], choice }: AdResult): readonly StoredFile[] {
  const files: StoredFile[] = [{ kind: 'ad', name: image.id }];
  if (image.origin !== undefined) files.push({ kind: 'origin', name: pictureIdOf(image.origin) });
  for (const loop of loops) files.push({ kind: 'ad', name: loop.id });
  if (choice !== undefined) files.push({ kind: 'choice', name: choice.strip.id });
  return files;
}

/** What is left of a deleted job's variants: that there were so many, and nothing that anybody wrote or gave. */
export function emptied(variants: readonly Variant[]): readonly Variant[] {
  return variants.map(({ request: { locale, use, strength, lettering, format, seed, engine } }) => ({
    request: { text: '', copy: {}, photos: [], locale, use, strength, lettering, format, seed, engine },
  }));
}

/** Who uses the files that a workspace's settings name. */
export const settingsUser = (platform: Platform, workspace: string): string =>
  `settings:${platform}/${workspace}`;
