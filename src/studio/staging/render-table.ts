import { shortSide } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import type { LightPlan } from '../lighting/plan-lights.ts';
import { createSubject } from '../props/create-subject.ts';
import type { FarLayer } from '../renderer/far-layer.ts';
import type { Material } from '../renderer/material.ts';
import { renderRoomWithSolids } from '../renderer/render-room-with-solids.ts';
import type { Backdrop, BackdropRequest } from '../scene.ts';
import { finishBackdrop, type UnfinishedBackdrop } from './finish-backdrop.ts';
import type { View } from './framing.ts';

/** What stands upright behind a table. */
interface TableWall {
  readonly material: Material;
  /** Its depth; absent = at the far edge of the table, on which it then stands. */
  readonly depth?: number;
  /** Width over which it passes into the table, in pixels; absent = a sharp edge. */
  readonly soft?: number;
}

interface Table extends Pick<UnfinishedBackdrop, 'glow' | 'vignette' | 'grain'> {
  readonly view: View;
  readonly plan: LightPlan;
  readonly top: Material;
  readonly wall: TableWall;
  readonly far?: FarLayer;
  /** How far below the table's edge feet may stand, share of the shorter side. */
  readonly inset: number;
  /** Of the floor, for reflections of products; absent = from the top's own. */
  readonly gloss?: number;
}

/** Products reflect less than the things that are rendered with their table. */
const GLOSS_SHARE = 0.4;

/** Renders a table before a wall, with the subject on it where one is asked for. */
export function renderTable(request: BackdropRequest, table: Table): Backdrop {
  const { view, plan, top, wall, far, inset, gloss, ...finish } = table;
  const { camera, depth, horizon, ground } = view;
  const subject = createSubject(request, camera, 0, plan.side);
  const picture = renderRoomWithSolids(
    {
      camera,
      strips: [
        { kind: 'level', y: 0, near: 0, far: depth, material: top },
        {
          kind: 'upright',
          z: wall.depth ?? depth,
          bottom: wall.depth === undefined ? 0 : -1e3,
          top: 1e3,
          ...defined({ soft: wall.soft }),
          material: wall.material,
        },
      ],
      lights: plan.lights,
      ...defined({ far }),
    },
    subject?.solids ?? [],
    ground,
  );
  return finishBackdrop(request, {
    picture,
    light: plan.light,
    horizon,
    ...defined({ subject: subject?.box }),
    floor: {
      top: horizon + Math.round(inset * shortSide(camera)),
      bottom: camera.height,
      ground,
      gloss: gloss ?? top.gloss * GLOSS_SHARE,
    },
    ...finish,
  });
}
