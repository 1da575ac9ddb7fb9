import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { iconPicture } from '../../../src/studio/icons/icon-picture.ts';
import { presets } from '../../engines/offline/write.ts';

const FILES = join(import.meta.dirname, '../../../node_modules/@lobehub/fluent-emoji-3d/assets');

describe('the picture of an icon', () => {
  it('is there for every name', () => {
    const { things, services } = presets.iconWords;
    const ids = new Set([...things.values(), ...services.values()].flatMap(({ id }) => id ?? []));
    expect(ids.size).toBeGreaterThan(400);
    const missing = [...ids].filter(
      (id) => ![id, id.replace(/-|$/, '-fe0f$&')].some((name) => existsSync(join(FILES, `${name}.webp`))),
    );
    expect(missing).toEqual([]);
  });

  it.each(['1f511', '2708'])('is cropped to what is seen of it: %s', async (id) => {
    const { width, height, data } = await iconPicture(id);
    expect(Math.max(width, height)).toBeGreaterThan(180);
    const firstRow = data.subarray(0, width * 4).filter((_, i) => i % 4 === 3);
    expect(Math.max(...firstRow)).toBeGreaterThan(0);
  });

  it('is none of an unknown one', async () => {
    await expect(iconPicture('1f9ff9')).rejects.toThrow(RangeError);
    await expect(iconPicture('../../package')).rejects.toThrow(RangeError);
  });
});
