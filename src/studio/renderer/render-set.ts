import { castShadows } from './cast-shadows.ts';
import { createCasters } from './casters.ts';
import type { LightPicture } from './light-picture.ts';
import { look } from './look.ts';
import { mirrorSolids } from './mirror-solids.ts';
import { renderRoom } from './render-room.ts';
import { renderSolids } from './render-solids.ts';
import type { Room } from './room.ts';
import type { Solid } from './solid.ts';
import { createSurroundings } from './surroundings.ts';

/** Renders a room and the things that stand in it. `ground` is the row on which products stand. */
export function renderSet(room: Room, solids: readonly Solid[], ground: number): LightPicture {
  const { camera, strips, lights } = room;
  const seen = look(camera, solids);
  if (seen === undefined) return renderRoom(room);
  const picture = renderRoom({ ...room, shadows: castShadows(camera, strips, lights, solids, seen) });
  const around = createSurroundings(camera, strips, lights, picture, ground);
  const still = { camera, lights, solids, casters: createCasters(solids), around };
  mirrorSolids(still, seen, strips, picture);
  renderSolids(still, seen, picture);
  return picture;
}
