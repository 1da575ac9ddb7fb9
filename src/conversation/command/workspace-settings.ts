import * as z from 'zod';
import { MAX_QR_BYTES } from '../../ad/design-part.ts';
import type { PhotoRef } from '../../ad/request.ts';
import { type HexColour, isHexColour } from '../../ad/scene.ts';
import type { JobAccess } from './job-access.ts';
import type { Vocabulary } from './vocabulary.ts';

const photo = z
  .object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(4096).optional() })
  .transform(({ sha256, name }): PhotoRef => (name === undefined ? { sha256 } : { sha256, name }));

/** Longest name of a row, a face or a shop in code units. */
const name = z.string().max(1000);

/** A field that an older version wrote, or a hand, in a way that cannot be read counts as not set; the others hold. */
const schemaOf = ({ styles }: Pick<Vocabulary, 'styles'>) =>
  z.object({
    shopName: name.optional().catch(undefined),
    logo: photo.optional().catch(undefined),
    colours: z.array(z.custom<HexColour>(isHexColour)).max(10).optional().catch(undefined),
    face: name.optional().catch(undefined),
    qr: z.string().max(MAX_QR_BYTES).optional().catch(undefined),
    industry: name.optional().catch(undefined),
    style: z
      .enum(styles.rows.map(({ key }) => key))
      .optional()
      .catch(undefined),
    design: name.optional().catch(undefined),
    format: name.optional().catch(undefined),
    place: name.optional().catch(undefined),
  });

type SettingsSchema = ReturnType<typeof schemaOf>;

const schemas = new WeakMap<Vocabulary['styles'], SettingsSchema>();

/** By the styles that there are: zod compiles a schema anew wherever one is made, and this is read at every event. */
export function settingsSchema(vocabulary: Pick<Vocabulary, 'styles'>): SettingsSchema {
  const made = schemas.get(vocabulary.styles) ?? schemaOf(vocabulary);
  schemas.set(vocabulary.styles, made);
  return made;
}

/** What a server or workspace has set: its brand, and what holds unless somebody says otherwise. */
export type ShopSettings = Readonly<z.output<SettingsSchema>>;

/** The settings of the workspace that somebody speaks in. */
export interface WorkspaceSettings {
  get(): Promise<ShopSettings>;
  set(settings: ShopSettings): Promise<void>;
}

/** Settings kept with the jobs. */
export function workspaceSettings(
  jobs: JobAccess,
  vocabulary: Pick<Vocabulary, 'styles'>,
): WorkspaceSettings {
  return {
    async get() {
      const parsed = settingsSchema(vocabulary).safeParse((await jobs.settings()) ?? {});
      if (!parsed.success) return {};
      // As absent as if they had never been set.
      return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined));
    },
    set: (value) => jobs.setSettings(value, value.logo === undefined ? [] : [value.logo]),
  };
}
