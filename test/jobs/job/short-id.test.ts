import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newShortId, parsePictureName } from '../../../src/jobs/job/short-id.ts';

describe('short names', () => {
  it('are read as they are written, in capitals, with a hash, and with letters for digits that look alike', () => {
    expect(parsePictureName('7k3f9q')).toEqual({ job: '7k3f9q', variant: 0 });
    expect(parsePictureName(' #7K3F9Q.2 ')).toEqual({ job: '7k3f9q', variant: 1 });
    expect(parsePictureName('7k3f9q-4')).toEqual({ job: '7k3f9q', variant: 3 });
    expect(parsePictureName('oil00l')).toEqual({ job: '011001', variant: 0 });
    expect(parsePictureName('0123456789abcdef')).toEqual({ picture: '0123456789abcdef' });
  });

  it.each(['', '7k3f9', '7k3f9qq', '7k3f9u', '7k3f9q.0', '7k3f9q.x', '7k3f9q.100'])(
    'do not take %j for one',
    (text) => {
      expect(parsePictureName(text)).toBeUndefined();
    },
  );

  it('never throw, and always know their own', () => {
    fc.assert(fc.property(fc.string(), (text) => void parsePictureName(text)));
    for (let n = 0; n < 1000; n++) {
      const id = newShortId();
      expect(parsePictureName(id)).toEqual({ job: id, variant: 0 });
    }
  });
});
