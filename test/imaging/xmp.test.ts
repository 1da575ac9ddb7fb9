import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { recipeInXmp, xmpPacket } from '../../src/imaging/xmp.ts';

const labels = { digitalSource: 'algorithmicMedia', alt: 'Ad', language: 'en' };

describe('an XMP packet', () => {
  it('names the model of a picture that one made, and none of another', () => {
    expect(xmpPacket({ ...labels, model: 'Z-Image <Turbo>' })).toContain(
      '<Iptc4xmpExt:AISystemUsed>Z-Image &lt;Turbo&gt;</Iptc4xmpExt:AISystemUsed>',
    );
    expect(xmpPacket(labels)).not.toContain('AISystemUsed');
  });

  it('holds no character that XML does not allow', () => {
    const packet = xmpPacket({ ...labels, alt: `a${String.fromCodePoint(1, 11, 0xd800, 0xfffe)}b😀` });
    expect(packet).toContain('>ab😀<');
  });

  it('gives back the recipe that it carries, and nothing for what is none', () => {
    expect(recipeInXmp(xmpPacket({ ...labels, recipe: '{"요청":1}' }))).toBe('{"요청":1}');
    expect(recipeInXmp(xmpPacket(labels))).toBeUndefined();
    expect(recipeInXmp('<ad:Recipe>AAAA</ad:Recipe>')).toBeUndefined();
    const bomb = deflateRawSync(Buffer.alloc(20 * 2 ** 20)).toString('base64');
    expect(recipeInXmp(`<ad:Recipe>${bomb}</ad:Recipe>`)).toBeUndefined();
  });
});
