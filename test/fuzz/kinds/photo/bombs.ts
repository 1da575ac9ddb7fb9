import { deflateSync } from 'node:zlib';
import type { Dice } from '../../dice.ts';
import { chunk, pngOf } from './png.ts';
import { svg } from './samples.ts';

/** Files of a few kilobytes that ask for far more: each kind in sizes that the dice choose. */
const BOMBS: readonly ((dice: Dice, samples: Samples) => Buffer)[] = [
  /** Many pixels of one colour, at any depth, in one pass or seven. */
  (dice) => {
    const [width, height] = sides(dice);
    const [depth, colour] = dice.pick([
      [1, 0],
      [8, 2],
      [8, 6],
      [16, 2],
      [16, 6],
      [4, 3],
    ] as const);
    return pngOf({
      width,
      height,
      depth,
      colour,
      interlaced: dice.chance(0.5),
      rows: dice.pick([1, 16, height]),
    });
  },
  /** Texts and profiles that unpack to a hundred megabytes. */
  (dice) => {
    const unpacked = deflateSync(Buffer.alloc(dice.length(100 * 2 ** 20)), { level: 9 });
    const name = dice.pick(['zTXt', 'iCCP', 'iTXt']);
    const head = name === 'iTXt' ? Buffer.from('Recipe\0\x01\0\0\0') : Buffer.from('Recipe\0\0');
    return pngOf({
      width: 40,
      height: 40,
      depth: 8,
      colour: 2,
      extra: [chunk(name, Buffer.concat([head, unpacked]))],
    });
  },
  /** Tens of thousands of chunks. */
  (dice) => {
    const extra = Array.from({ length: dice.length(50_000) }, () =>
      chunk(dice.pick(['tEXt', 'iTXt', 'tIME', 'eXIf']), Buffer.from('Recipe\0x')),
    );
    return pngOf({ width: 40, height: 40, depth: 8, colour: 2, extra });
  },
  /** Frames without end. */
  (dice, { gif }) => gifOf(gif, dice.length(20_000)),
  (dice, { gif }) => sized(gif, 6, sides(dice), 'LE'),
  /** A progressive JPEG with one scan after the other. */
  (dice, samples) => scans(samples['jpeg-progressive'], dice.length(3_000)),
  (dice, samples) => jpegSized(samples[dice.pick(['jpeg', 'jpeg-progressive', 'jpeg-cmyk'])], sides(dice)),
  (dice, { avif }) => boxSized(avif, 'ispe', sides(dice)),
  (dice, samples) => boxSized(samples['avif-12'], 'ispe', sides(dice)),
  (dice, samples) => boxSized(samples[dice.pick(['heic', 'heic-tiled', 'heic-alpha'])], 'ispe', sides(dice)),
  (dice, { tiff }) => tiffSized(tiff, sides(dice)),
  (dice, samples) => webpSized(samples['webp-alpha'], sides(dice)),
  (dice) => Buffer.from(svgBomb(dice)),
  (dice) => Buffer.from(svgBomb(dice)),
  (dice) => Buffer.from(svgBomb(dice)),
  /** What phones call a photo, and is not one here. */
  (dice) =>
    Buffer.concat([
      Buffer.from('\0\0\0\x18ftyp'),
      Buffer.from(dice.pick(['heic', 'heix', 'hevc', 'mif1', 'avif', 'avis'])),
      Buffer.alloc(dice.length(2_000)),
    ]),
  (dice) =>
    Buffer.concat([
      dice.pick(MAGIC),
      Buffer.from(Array.from({ length: dice.length(500) }, () => dice.below(256))),
    ]),
];

export type Samples = Readonly<Record<string, Buffer>>;

export function bomb(dice: Dice, samples: Samples): Buffer {
  return dice.pick(BOMBS)(dice, samples);
}

const MAGIC = [
  '\xff\xd8\xff\xe0',
  '\x89PNG\r\n\x1a\n',
  'RIFF\xff\xff\xff\x7fWEBPVP8X',
  'GIF89a',
  'II*\0',
  'MM\0*',
  '%PDF-1.7',
  'BM',
  '\0\0\x01\0',
  '8BPS',
  '<?xml ',
  '\x1f\x8b',
  'P6 9 9 255 ',
  '#?RADIANCE\n',
].map((head) => Buffer.from(head, 'latin1'));

function sides(dice: Dice): readonly [number, number] {
  return dice.pick([
    [10_000, 10_000],
    [7_000, 7_000],
    [5_000, 9_000],
    [65_535, 32],
    [33, 60_000],
    [65_535, 65_535],
    [1_000_000, 40],
    [16_000, 6_800],
    [2 ** 31 - 1, 2 ** 31 - 1],
    [0, 100],
    [dice.length(20_000), dice.length(20_000)],
  ] as const);
}

function sized(
  bytes: Buffer | undefined,
  at: number,
  [width, height]: readonly [number, number],
  order: 'LE' | 'BE',
): Buffer {
  const made = Buffer.from(bytes ?? []);
  if (made.length < at + 4) return made;
  const write = (value: number, place: number): number =>
    order === 'LE' ? made.writeUInt16LE(value & 0xffff, place) : made.writeUInt16BE(value & 0xffff, place);
  write(width, at);
  write(height, at + 2);
  return made;
}

/** The frame header's height and width, whichever kind of frame it is. */
function jpegSized(bytes: Buffer | undefined, [width, height]: readonly [number, number]): Buffer {
  const made = Buffer.from(bytes ?? []);
  for (let i = 2; i + 9 < made.length && made[i] === 0xff; i += 2 + made.readUInt16BE(i + 2)) {
    const marker = made[i + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) return sized(made, i + 5, [height, width], 'BE');
  }
  return made;
}

/** The last scan again and again. */
function scans(bytes: Buffer | undefined, times: number): Buffer {
  const made = bytes ?? Buffer.alloc(0);
  const last = made.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = made.subarray(last, made.length - 2);
  return Buffer.concat([
    made.subarray(0, last),
    ...Array<Buffer>(times).fill(scan),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** The size that a box of an ISO base media file claims: after its name, version and flags. */
function boxSized(
  bytes: Buffer | undefined,
  box: string,
  [width, height]: readonly [number, number],
): Buffer {
  const made = Buffer.from(bytes ?? []);
  const at = made.indexOf(box, 0, 'latin1');
  if (at < 0) return made;
  made.writeUInt32BE(width, at + 8);
  made.writeUInt32BE(height, at + 12);
  return made;
}

/** Width (256) and height (257) of every directory, which begins wherever its entries do. */
function tiffSized(bytes: Buffer | undefined, [width, height]: readonly [number, number]): Buffer {
  const made = Buffer.from(bytes ?? []);
  for (let i = 0; i + 12 < made.length; i += 2) {
    const tag = made.readUInt16LE(i);
    const type = made.readUInt16LE(i + 2);
    if ((tag !== 256 && tag !== 257) || (type !== 3 && type !== 4) || made.readUInt32LE(i + 4) !== 1)
      continue;
    made.writeUInt16LE(4, i + 2);
    made.writeUInt32LE(tag === 256 ? width : height, i + 8);
  }
  return made;
}

/** The canvas of an extended WebP, three bytes a side, less one. */
function webpSized(bytes: Buffer | undefined, [width, height]: readonly [number, number]): Buffer {
  const made = Buffer.from(bytes ?? []);
  const at = made.indexOf('VP8X', 0, 'latin1');
  if (at < 0) return made;
  made.writeUIntLE(Math.max(0, width - 1) & 0xffffff, at + 12, 3);
  made.writeUIntLE(Math.max(0, height - 1) & 0xffffff, at + 15, 3);
  return made;
}

/** The sample's one frame over and over, between its head and its end. */
function gifOf(bytes: Buffer | undefined, times: number): Buffer {
  const made = bytes ?? Buffer.alloc(0);
  const start = made.indexOf(Buffer.from([0x21, 0xf9]));
  const frame = made.subarray(start, made.length - 1);
  return Buffer.concat([made.subarray(0, start), ...Array<Buffer>(times).fill(frame), Buffer.from([0x3b])]);
}

/** A drawing that is small to say and long to draw. */
function svgBomb(dice: Dice): string {
  const size = dice.pick([
    'width="100" height="100"',
    'width="640" height="640"',
    'width="30000" height="3000"',
    'width="1e9" height="1e9"',
    'viewBox="0 0 1e9 1e9"',
    'width="100%" height="1000cm"',
    'width="NaN" height="-1"',
  ]);
  const n = dice.between(2, 30);
  const each = (count: number, make: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => make(i)).join('');
  return svg(
    dice.pick<() => string>([
      /** Each group uses the one before ten times. */
      () =>
        `<defs><g id="g0"><path d="M0 0h9v9z"/></g>${each(n, (i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(10)}</g>`)}</defs><use href="#g${n}"/>`,
      () =>
        `<filter id="f" width="100" height="100">${each(n, () => `<feTurbulence baseFrequency="${dice.pick(['0.9', '0.001', '99'])}" numOctaves="${dice.pick([1, 8, 1000, 1e9])}"/>`)}</filter><rect width="99" height="99" filter="url(#f)"/>`,
      () =>
        `<filter id="f">${each(n * 10, () => `<feGaussianBlur stdDeviation="${dice.pick([1, 500, 1e6])}"/><feMorphology radius="${dice.pick([3, 500])}"/>`)}</filter><g filter="url(#f)"><rect width="99" height="99"/></g>`,
      () =>
        `${each(n, (i) => `<filter id="f${i}"><feTurbulence numOctaves="${i + 1}" baseFrequency=".5"/><feDisplacementMap in="SourceGraphic" scale="900"/></filter>`)}${each(n, (i) => `<g filter="url(#f${i})">`)}<rect width="99" height="99"/>${'</g>'.repeat(n)}`,
      () =>
        `<filter id="f"><feConvolveMatrix order="${dice.pick([3, 99, 999])}" kernelMatrix="${'1 '.repeat(dice.length(10_000))}"/></filter><rect filter="url(#f)" width="99" height="99"/>`,
      () => `${'<g>'.repeat(dice.length(20_000))}<rect width="9" height="9"/>`,
      () =>
        `${'<g opacity=".9" mask="url(#m)">'.repeat(n * 10)}<rect width="99" height="99"/>${'</g>'.repeat(n * 10)}<mask id="m"><rect width="99" height="99" fill="#fff" mask="url(#m)"/></mask>`,
      () =>
        `${each(
          n,
          (i) =>
            `<pattern id="p${i}" width=".01" height=".01"><rect width="99" height="99" fill="url(#p${i + 1})"/></pattern>`,
        )}<rect width="99" height="99" fill="url(#p0)"/>`,
      () =>
        `<path stroke="#000" stroke-width="3" stroke-dasharray="0.0001" d="M0 0${each(dice.length(30_000), (i) => `L${(i * 37) % 999} ${(i * 91) % 999}`)}"/>`,
      () => `<text font-size="${dice.pick([1, 1e6])}">${'가'.repeat(dice.length(100_000))}</text>`,
      () =>
        `<image width="99" height="99" href="${dice.pick(['file:///etc/passwd', 'http://127.0.0.1:1/x.png', '//x/y', 'data:image/svg+xml;base64,PHN2Zy8+', '#', 'photo.png'])}"/>`,
      () =>
        `<style>${dice.pick(['@import url(http://127.0.0.1:1/x.css);', `${'*,'.repeat(dice.length(20_000))}g{fill:red}`, '@font-face{font-family:x;src:url(file:///dev/zero)}'])}</style><g/>`,
      () =>
        `<use href="#a" id="a"/><use href="#c" id="b"/><use href="#b" id="c"/><rect width="${dice.pick(['1e400', 'NaN', '-1'])}" height="9"/>`,
      () =>
        `<!-- ${'-'.repeat(dice.length(100_000))} --><script>for(;;);</script><foreignObject/><animate dur="1ms"/>`,
    ])(),
    size,
  ).replace(/^/, dice.chance(0.2) ? entities(n) : '');
}

/** Entities that grow tenfold each. */
function entities(n: number): string {
  const lines = Array.from({ length: n }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e0 "xxxxxxxxxx">${lines.join('')}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
}
