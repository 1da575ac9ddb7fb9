import { photoFormat } from '../../../../src/imaging/photo/photo-format.ts';
import type { Dice } from '../../dice.ts';
import type { Generator, Input } from '../../input.ts';
import { mutateBytes } from '../../mutate/bytes.ts';
import { mutateText } from '../../mutate/text.ts';
import { bomb, type Samples } from './bombs.ts';
import { withChecksums } from './png.ts';
import { SAMPLE_LOGOS, samplePhotos } from './samples.ts';

/** Names of chunks, markers, boxes and tags: what decoders branch by. */
const WORDS: readonly Buffer[] = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'iCCP', 'eXIf', 'acTL', 'fdAT', 'gAMA', 'sBIT'],
  ...['RIFF', 'WEBP', 'VP8 ', 'VP8L', 'VP8X', 'ANIM', 'ANMF', 'ALPH', 'ICCP', 'EXIF', 'XMP '],
  ...[
    'ftyp',
    'meta',
    'iprp',
    'ipco',
    'ispe',
    'iloc',
    'iinf',
    'mdat',
    'av1C',
    'irot',
    'imir',
    'auxC',
    'grid',
    'hvcC',
    'hvc1',
    'pitm',
    'iref',
    'dimg',
    'colr',
    'ipma',
    'idat',
  ],
  ...[
    'Exif\0\0',
    'ICC_PROFILE\0',
    'http://ns.adobe.com/xap/1.0/\0',
    'Adobe\0d',
    'MM\0*',
    'II*\0',
    'NETSCAPE2.0',
  ],
  ...[
    '\xff\xc0',
    '\xff\xc2',
    '\xff\xc4',
    '\xff\xda',
    '\xff\xd9',
    '\xff\xdd',
    '\xff\xe1',
    '\xff\xed',
    '\xff\xff',
  ],
].map((word) => Buffer.from(word, 'latin1'));

let samples: Samples | undefined;

/** Files as photos and as logos. */
export const photoGenerator: Generator = {
  shapeOf: () => 'bytes',
  isLive: () => true,
  async seeds() {
    samples = await samplePhotos();
    return [
      ...Object.values(samples).map((bytes): Input => ({ way: 'photo', bytes })),
      ...SAMPLE_LOGOS.map((logo): Input => ({ way: 'logo', bytes: Buffer.from(logo) })),
      { way: 'logo', bytes: samples['png-alpha'] ?? Buffer.alloc(0) },
    ];
  },
  mutate(input, dice, other) {
    const { way, bytes } = input;
    if (photoFormat(bytes) === 'SVG') return { way, bytes: mutatedDrawing(bytes, dice, other.bytes) };
    const mutated = mutateBytes(bytes, dice, other.bytes, WORDS);
    return {
      way,
      bytes: dice.chance(0.7) && photoFormat(mutated) === 'PNG' ? withChecksums(mutated) : mutated,
    };
  },
  invent: (dice) => ({ way: dice.chance(0.7) ? 'photo' : 'logo', bytes: bomb(dice, samples ?? {}) }),
};

const NUMBERS = ['0', '-1', '1e9', '1e400', '99999999', '0.000001', 'NaN', '100%', '1em', ''];

/** Numbers and names inside of a drawing, mostly: it stays one that can be read. */
function mutatedDrawing(bytes: Uint8Array, dice: Dice, other: Uint8Array): Buffer {
  const drawing = Buffer.from(bytes).toString('utf8');
  if (dice.chance(0.3)) return Buffer.from(mutateText(drawing, dice, Buffer.from(other).toString('utf8')));
  const numbers = [...drawing.matchAll(/-?\d+(?:\.\d+)?/g)];
  const chosen = dice.pick(numbers.length === 0 ? [undefined] : numbers);
  if (chosen === undefined) return Buffer.from(drawing);
  const { index } = chosen;
  return Buffer.from(drawing.slice(0, index) + dice.pick(NUMBERS) + drawing.slice(index + chosen[0].length));
}
