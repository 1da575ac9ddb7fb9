import type { Camera } from './camera.ts';
import { castShadows } from './cast-shadows.ts';
import { createCasters } from './casters.ts';
import { createEnvironment } from './environment.ts';
import { findFirstHits } from './first-hits.ts';
import { type Lights, lampAt } from './light.ts';
import { lumaOf } from './linear-colour.ts';
import type { LinearPicture } from './linear-picture.ts';
import { type Strip, viewRows } from './profile.ts';
import { renderSolids } from './render-solids.ts';
import { COLUMN_STEP } from './room.ts';
import type { Solid } from './solid.ts';

/** A picture painted in another way than from boards, as if it were a room. */
export interface PaintedRoom {
  readonly camera: Camera;
  /** Where its floor and its wall would be; their materials are not looked at. */
  readonly strips: readonly Strip[];
  readonly lights: Lights;
  /** Row on which products stand. */
  readonly ground: number;
}

/** Stands solids in a painted room, in place: their shadows on it first, then they themselves. */
export function addSolids(picture: LinearPicture, room: PaintedRoom, solids: readonly Solid[]): void {
  const { camera, strips, lights, ground } = room;
  const seen = findFirstHits(camera, solids);
  if (seen === undefined) return;
  const shadows = castShadows(camera, strips, lights, solids, seen);
  const rows = viewRows(camera, strips);
  const keyLevel = lumaOf(lights.key.colour);
  const fillLevel = lumaOf(lights.fill);
  const { r, g, b } = picture;
  for (let row = 0; row < camera.height; row++) {
    const { y, z, ny, nz } = rows[row]!.first;
    const lamp = keyLevel * lampAt({ ...lights.key, gobos: [] }, 0, y, z, 0, ny, nz, 0);
    const max = lamp + fillLevel;
    for (let column = 0; column < camera.width; column++) {
      const step = (column / COLUMN_STEP) | 0;
      const t = (column - step * COLUMN_STEP) / COLUMN_STEP;
      const i = row * shadows.columns + step;
      const key = shadows.key[i]! + (shadows.key[i + 1]! - shadows.key[i]!) * t;
      const fill = shadows.fill[i]! + (shadows.fill[i + 1]! - shadows.fill[i]!) * t;
      if (key === 1 && fill === 1) continue;
      const left = (lamp * key + fillLevel * fill) / max;
      const at = row * camera.width + column;
      r.data[at]! *= left;
      g.data[at]! *= left;
      b.data[at]! *= left;
    }
  }
  const around = createEnvironment(camera, strips, lights, picture, ground);
  renderSolids(
    { camera, lights, solids, casters: createCasters(solids), environment: around },
    seen,
    picture,
  );
}
