import { fileURLToPath } from 'node:url';
import type { AdCopy } from '../../src/ad/copy.ts';
import type { Size } from '../../src/ad/geometry.ts';
import type { DesignRequest } from '../../src/design/design-request.ts';
import { drawn } from '../../src/imaging/canvas.ts';
import { loadPresets } from '../../src/presets/load.ts';
import { catalogue } from '../../src/studio/catalogue.ts';
import { faces } from '../faces.ts';

/** As they are delivered. */
export const designPresets = await loadPresets(
  fileURLToPath(new URL('../../presets', import.meta.url)),
  catalogue,
);

/** The families as they are delivered. */
export const families = designPresets.designs.rows;

/** A red bottle, cut out. */
const bottle = drawn(240, 560, (context) => {
  context.fillStyle = '#b3261e';
  context.beginPath();
  context.roundRect(0, 120, 240, 440, 40);
  context.roundRect(80, 0, 80, 140, 16);
  context.fill();
});

/** A photo of a plate on a table, its subject in the middle. */
const table = drawn(900, 900, (context) => {
  context.fillStyle = '#6b4a2f';
  context.fillRect(0, 0, 900, 900);
  context.fillStyle = '#f4ead8';
  context.beginPath();
  context.ellipse(450, 480, 190, 130, 0, 0, 2 * Math.PI);
  context.fill();
});

export const MATERIAL = {
  none: { heroes: [], pictures: [] },
  'cut-out': { heroes: [{ source: { kind: 'photo', photo: 0 }, image: bottle }], pictures: [] },
  photo: {
    heroes: [],
    pictures: [{ photo: 0, image: table, subject: { x: 260, y: 350, width: 380, height: 260 } }],
  },
} as const satisfies Record<string, Pick<DesignRequest, 'heroes' | 'pictures'>>;

/** A request for a design; all that is not said is as of a small shop. */
export const designRequest = (
  copy: AdCopy,
  size: Size,
  given: Partial<DesignRequest> = {},
): DesignRequest => ({
  size,
  copy,
  statements: [],
  face: 'Pretendard',
  brandFace: false,
  colours: {
    palette: { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' },
    brand: [],
    seed: 7,
  },
  ...MATERIAL.none,
  occasion: 'everyday',
  trades: [],
  families,
  faces,
  ...given,
});
