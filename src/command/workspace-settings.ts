import * as z from 'zod';
import type { PhotoRef } from '../ad/request.ts';
import type { HexColour } from '../ad/scene.ts';
import { STYLE_NAMES } from '../ad/style.ts';
import type { Place } from '../jobs/job.ts';
import type { Jobs } from '../jobs/jobs.ts';

const photo = z
  .object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().optional() })
  .transform(({ sha256, name }): PhotoRef => (name === undefined ? { sha256 } : { sha256, name }));

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .transform((hex) => hex as HexColour);

const settings = z.object({
  shopName: z.string().optional(),
  logo: photo.optional(),
  colours: z.array(colour).optional(),
  face: z.string().optional(),
  industry: z.string().optional(),
  style: z.enum(STYLE_NAMES).optional(),
  format: z.string().optional(),
});

/** What a server or workspace has set: its brand, and what holds unless somebody says otherwise. */
export type ShopSettings = Readonly<z.output<typeof settings>>;

/** The settings of workspaces. */
export interface WorkspaceSettings {
  get(place: Place): Promise<ShopSettings>;
  set(place: Place, settings: ShopSettings): Promise<void>;
}

/** Settings kept with the jobs. What an older version wrote and this one cannot read counts as not set. */
export function workspaceSettings(jobs: Jobs): WorkspaceSettings {
  return {
    async get(place) {
      const parsed = settings.safeParse((await jobs.archive.settings(place)) ?? {});
      return parsed.success ? parsed.data : {};
    },
    set: (place, value) =>
      jobs.archive.setSettings(place, value, value.logo === undefined ? [] : [value.logo]),
  };
}
