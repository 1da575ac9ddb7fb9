import { describe, expect, it } from 'vitest';
import { createRaster } from '../../../src/imaging/raster.ts';
import { deepFrozen } from '../../../src/presets/deep-frozen.ts';
import { fingerprint } from '../../../src/workflow/cache/fingerprint.ts';

const preset = () => ({ key: 'card', sizes: [1, 2, { wide: true }], names: { ko: '카드', en: 'card' } });

describe('fingerprints', () => {
  it('are the same for the same content, in whatever order and whether it can change or not', () => {
    const frozen = deepFrozen(preset());
    const { names, ...rest } = preset();
    const wanted = fingerprint([preset(), preset()]);
    expect(fingerprint([frozen, frozen])).toBe(wanted);
    expect(fingerprint([frozen, { names, ...rest, none: undefined }])).toBe(wanted);
    expect(fingerprint([frozen])).not.toBe(wanted);
  });

  it('tell what has changed inside of what is frozen on the outside alone', () => {
    const inner = { size: 1 };
    const outer = Object.freeze({ inner });
    const before = fingerprint(outer);
    inner.size = 2;
    expect(fingerprint(outer)).not.toBe(before);
    const picture = createRaster(2, 2);
    const holder = Object.freeze({ picture });
    const empty = fingerprint(holder);
    picture.data[0] = 9;
    expect(fingerprint(holder)).not.toBe(empty);
  });

  it('are refused for what has no content to compare', () => {
    expect(() => fingerprint({ made: new Date(0) })).toThrow(TypeError);
    expect(() => fingerprint([() => 1])).toThrow(TypeError);
  });
});
