import type { SKRSContext2D } from '@napi-rs/canvas';
import { drawn } from '../../canvas.ts';
import type { Random } from '../../random.ts';
import { createPlane, type Plane, type Raster } from '../../raster.ts';
import { drawFoliage, FOLIAGE, type Foliage } from './foliage.ts';

/** Texels a side of a gobo's mask. */
const SIDE = 256;

/** What lets light through is white; the rim is what lies around the gobo for ever. */
function mask(
  ground: 'black' | 'white',
  draw: (context: SKRSContext2D) => void,
  width = SIDE,
  height = SIDE,
): Plane {
  const raster = drawn(width, height, (context) => {
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
    context.fillStyle = ground === 'black' ? 'white' : 'black';
    draw(context);
  });
  return redOf(raster);
}

function redOf(raster: Raster): Plane {
  const plane = createPlane(raster.width, raster.height);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = raster.data[i * 4]! / 255;
  return plane;
}

/** Two casements side by side, panes between glazing bars, sometimes with a round head. Dark around them. */
export function windowMask(random: Random): Plane {
  const columns = random() < 0.4 ? 1 : 2;
  const rows = 3 + Math.floor(random() * 2);
  const bar = SIDE * (0.014 + 0.008 * random());
  const post = SIDE * (0.045 + 0.02 * random());
  const left = SIDE * 0.08;
  const width = SIDE * 0.84;
  const top = SIDE * 0.06;
  const height = SIDE * 0.88;
  const round = random() < 0.3;
  return mask('black', (context) => {
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
  });
}

/** A half-open venetian blind with its cords, in a window: a slanting field of stripes. */
export function blindsMask(random: Random): Plane {
  const slats = 13 + Math.floor(random() * 4);
  const open = 0.5 + 0.12 * random();
  const top = SIDE * 0.06;
  const height = SIDE * 0.88;
  return mask('black', (context) => {
    const pitch = height / slats;
    for (let slat = 0; slat < slats; slat++) {
      context.fillRect(SIDE * 0.08, top + slat * pitch, SIDE * 0.84, pitch * open);
    }
    context.fillStyle = 'black';
    for (const cord of [0.24, 0.76]) context.fillRect(SIDE * cord, 0, SIDE * 0.008, SIDE);
  });
}

/** Leaves reaching in from one corner; all else is open. */
export function leavesMask(
  random: Random,
  kind: Foliage = FOLIAGE[Math.floor(random() * FOLIAGE.length)]!,
): Plane {
  const sprays = kind === 'monstera' ? 3 : kind === 'palm' ? 3 : 4;
  return mask('white', (context) => {
    for (let i = 0; i < sprays; i++) {
      const along = 0.12 + (0.66 * (i + 0.4 * random())) / sprays;
      const angle = 2.3 + (i / sprays) * 0.5 + (random() - 0.5) * 0.5;
      const length = SIDE * (0.52 + 0.18 * random());
      drawFoliage(context, kind, SIDE * (0.95 - 0.1 * i), SIDE * along, angle, length, random);
    }
    // The rim stays open, for it goes on for ever.
    context.strokeStyle = 'white';
    context.lineWidth = 6;
    context.strokeRect(0, 0, SIDE, SIDE);
  });
}

/** A round pool of light with a soft edge. */
export function spotMask(): Plane {
  return mask('black', (context) => {
    const centre = SIDE / 2;
    const pool = context.createRadialGradient(centre, centre, SIDE * 0.1, centre, centre, SIDE * 0.46);
    for (let i = 0; i <= 8; i++) {
      const t = i / 8;
      const level = Math.round(255 * (1 - t * t * (3 - 2 * t)));
      pool.addColorStop(t, `rgb(${level},${level},${level})`);
    }
    context.fillStyle = pool;
    context.fillRect(0, 0, SIDE, SIDE);
  });
}

/** The straight edge of a wall or awning: lit on one side only. */
export function edgeMask(): Plane {
  return mask('white', (context) => {
    context.fillRect(0, 0, SIDE, SIDE / 2);
  });
}
