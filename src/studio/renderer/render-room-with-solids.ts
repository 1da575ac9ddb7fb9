import { castShadows } from './cast-shadows.ts';
import { createCasters } from './casters.ts';
import { createEnvironment } from './environment.ts';
import { findFirstHits } from './first-hits.ts';
import type { LinearPicture } from './linear-picture.ts';
import { mirrorSolids } from './mirror-solids.ts';
import { renderRoom } from './render-room.ts';
import { renderSolids } from './render-solids.ts';
import type { Room } from './room.ts';
import type { Solid } from './solid.ts';

/** Renders a room and the things that stand in it. `ground` is the row on which products stand. */
export function renderRoomWithSolids(room: Room, solids: readonly Solid[], ground: number): LinearPicture {
  const { camera, strips, lights } = room;
  const seen = findFirstHits(camera, solids);
  if (seen === undefined) return renderRoom(room);
  const picture = renderRoom({ ...room, shadows: castShadows(camera, strips, lights, solids, seen) });
  const environment = createEnvironment(camera, strips, lights, picture, ground);
  const scene = { camera, lights, solids, casters: createCasters(solids), environment };
  mirrorSolids(scene, seen, strips, picture);
  renderSolids(scene, seen, picture);
  return picture;
}
