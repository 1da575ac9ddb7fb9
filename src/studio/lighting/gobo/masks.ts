import type { SKRSContext2D } from '@napi-rs/canvas';
import { drawn } from '../../../imaging/canvas.ts';
import type { Random } from '../../../imaging/random.ts';
import { createPlane, type Plane, type Raster } from '../../../imaging/raster.ts';
import { smoothstep } from '../../../imaging/smoothstep.ts';
import { drawFoliage, FOLIAGE, type Foliage } from './foliage.ts';

/** Texels a side of a gobo's mask. */
const SIDE = 256;

/**
 * What lets light through is white. The rim is what lies around the gobo for ever, so nothing may touch it, unless
 * the drawing is meant to go on (`framed` false).
 */
function mask(ground: 'black' | 'white', draw: (context: SKRSContext2D) => void, framed = true): Plane {
  const raster = drawn(SIDE, SIDE, (context) => {
    context.fillStyle = ground;
    context.fillRect(0, 0, SIDE, SIDE);
    context.fillStyle = ground === 'black' ? 'white' : 'black';
    draw(context);
    if (!framed) return;
    context.strokeStyle = ground;
    context.lineWidth = 4;
    context.strokeRect(0, 0, SIDE, SIDE);
  });
  return redOf(raster);
}

function redOf(raster: Raster): Plane {
  const plane = createPlane(raster.width, raster.height);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = raster.data[i * 4]! / 255;
  return plane;
}

/** A place in a mask: from the left and the top, 0–1, and how much larger than others what is there shall be. */
type Spot = readonly [s: number, t: number, larger?: number];

/**
 * A window round each of the places: two casements with panes between glazing bars, sometimes with a round head.
 *
 * @param size width of a window as a share of the mask's
 */
export function windowMask(random: Random, places: readonly Spot[], size: number): Plane {
  const columns = random() < 0.4 ? 1 : 2;
  const rows = 3 + Math.floor(random() * 2);
  const width = SIDE * size;
  const height = width * (1.05 + 0.25 * random());
  const bar = width * (0.02 + 0.01 * random());
  const post = width * (0.055 + 0.02 * random());
  const round = random() < 0.3;
  return mask('black', (context) => {
    for (const [s, t, larger = 1] of places) {
      const left = -width / 2;
      const top = -height / 2;
      context.save();
      context.translate(SIDE * s, SIDE * t);
      context.scale(larger, larger);
      if (round) {
        context.beginPath();
        context.moveTo(left, top + height);
        context.lineTo(left, top + width / 2);
        context.arc(left + width / 2, top + width / 2, width / 2, Math.PI, 0);
        context.lineTo(left + width, top + height);
        context.closePath();
        context.clip();
      }
      const casement = (width - post) / 2;
      const paneWidth = (casement - bar * (columns - 1)) / columns;
      const paneHeight = (height - bar * (rows - 1)) / rows;
      for (let leaf = 0; leaf < 2; leaf++) {
        for (let column = 0; column < columns; column++) {
          for (let row = 0; row < rows; row++) {
            const x = left + leaf * (casement + post) + column * (paneWidth + bar);
            context.fillRect(x, top + row * (paneHeight + bar), paneWidth, paneHeight);
          }
        }
      }
      context.restore();
    }
  });
}

/** A half-open venetian blind with its cords round each of the places: a slanting field of stripes. */
export function blindsMask(random: Random, places: readonly Spot[], size: number): Plane {
  const slats = 11 + Math.floor(random() * 4);
  const open = 0.5 + 0.14 * random();
  const width = SIDE * size;
  const pitch = width / slats;
  return mask('black', (context) => {
    for (const [s, t, larger = 1] of places) {
      const left = -width / 2;
      const top = -width / 2;
      context.save();
      context.translate(SIDE * s, SIDE * t);
      context.scale(larger, larger);
      for (let slat = 0; slat < slats; slat++)
        context.fillRect(left, top + slat * pitch, width, pitch * open);
      context.fillStyle = 'black';
      for (const cord of [0.24, 0.76]) context.fillRect(left + width * cord, top, width * 0.01, width);
      context.fillStyle = 'white';
      context.restore();
    }
  });
}

/** Leaves reaching in from the right and the top, apart enough for light to fall between; all else is open. */
export function leavesMask(
  random: Random,
  kind: Foliage = FOLIAGE[Math.floor(random() * FOLIAGE.length)]!,
): Plane {
  return mask('white', (context) => {
    for (const [x, y, angle] of REACHES) {
      const length = SIDE * (kind === 'monstera' ? 0.5 : 0.56) * (0.85 + 0.3 * random());
      const turn = angle + (random() - 0.5) * 0.5;
      drawFoliage(
        context,
        kind,
        SIDE * (x + 0.06 * (random() - 0.5)),
        SIDE * (y + 0.06 * (random() - 0.5)),
        turn,
        length,
        random,
      );
    }
  });
}

/** Where sprays begin and which way they grow, radians. */
const REACHES = [
  [0.98, 0.08, 2.75],
  [0.99, 0.48, 2.95],
  [0.62, 0.02, 2.1],
] as const;

/** A round pool of light with a soft edge. */
export function spotMask(): Plane {
  return mask('black', (context) => {
    const centre = SIDE / 2;
    const pool = context.createRadialGradient(centre, centre, SIDE * 0.1, centre, centre, SIDE * 0.46);
    for (let i = 0; i <= 8; i++) {
      const t = i / 8;
      const level = Math.round(255 * (1 - smoothstep(t)));
      pool.addColorStop(t, `rgb(${level},${level},${level})`);
    }
    context.fillStyle = pool;
    context.fillRect(0, 0, SIDE, SIDE);
  });
}

/**
 * The straight edge of a wall or awning that leaves all the given places in the light.
 *
 * @param slant radians: 0 = dark above a level edge
 * @param margin how far beyond the nearest place the dark begins, as a share of the mask
 */
export function edgeMask(lit: readonly Spot[], slant: number, margin: number): Plane {
  const nx = Math.sin(slant);
  const ny = -Math.cos(slant);
  const farthest = Math.max(...lit.map(([s, t]) => s * nx + t * ny));
  return mask(
    'white',
    (context) => {
      context.translate(nx * (farthest + margin) * SIDE, ny * (farthest + margin) * SIDE);
      context.rotate(slant);
      context.fillRect(-3 * SIDE, -3 * SIDE, 6 * SIDE, 3 * SIDE);
    },
    false,
  );
}
