import { createNoise, type Noise } from '../../../src/imaging/noise.ts';
import { seededRandom } from '../../../src/imaging/random.ts';
import { join, type Mesh, weave } from '../mesh.ts';
import type { ShapeOf } from '../scene-file.ts';
import {
  add,
  along,
  cross,
  length,
  mix,
  normalize,
  scale,
  smoothstep,
  subtract,
  type Vec3,
} from '../vector.ts';
import { ball } from './ball.ts';
import { sepals } from './sepals.ts';
import { cutFace } from './strawberry-cut.ts';

const RED: Vec3 = [0.6, 0.016, 0.022];
const DEEP_RED: Vec3 = [0.4, 0.006, 0.012];
const PALE: Vec3 = [0.86, 0.36, 0.24];
const SEED: Vec3 = [0.74, 0.5, 0.14];

/** A berry about the origin: its tip points down, its leaves are on top, and each seed lies in a pit of its skin. */
export function strawberry(shape: ShapeOf<'strawberry'>): Mesh {
  const noise = createNoise(shape.seed);
  const skin = skinOf(shape, noise);
  const seeds = seedsOn(skin, shape);
  const reach = 0.05 * shape.width;
  const columns = shape.cut ? 110 : 210;
  const rows = 160;
  const body = weave({ columns, rows, closed: !shape.cut }, (column, row) => {
    const t = 0.5 - 0.5 * Math.cos((Math.PI * row) / (rows - 1));
    const angle = shape.cut ? Math.PI + (Math.PI * column) / (columns - 1) : (2 * Math.PI * column) / columns;
    const at = skin(t, angle);
    let nearest = Number.POSITIVE_INFINITY;
    for (const seed of seeds) {
      const [x, y, z] = subtract(at, seed.at);
      nearest = Math.min(nearest, x * x + y * y + z * z);
    }
    const pit = Math.exp(-nearest / (reach * reach));
    const ripe = smoothstep(0.02, 0.26, t + 0.05 * noise.fbm3(at[0] * 2, at[1] * 2, at[2] * 2, 2));
    const patches = 0.5 + 0.7 * noise.fbm3(at[0] * 1.2, at[1] * 1.2 + 4, at[2] * 1.2, 3);
    const flesh = mix(RED, DEEP_RED, Math.max(0, Math.min(1, patches + 0.3 * (t - 0.5))));
    const colour = mix(mix(PALE, flesh, ripe), scale(flesh, 0.75), pit);
    // The cut edge stays on its plane, or a gap would open.
    const depth = shape.cut && (column === 0 || column === columns - 1) ? 0 : 0.036 * shape.width * pit;
    return { at: along(at, normalize([at[0], at[1] * 0.4, at[2]]), -depth), colour };
  });
  const parts = [body, ...seeds.map((seed) => seedMesh(seed, shape.width))];
  if (shape.cut) parts.push(cutFace((t, side) => skin(t, side < 0 ? Math.PI : 0), shape, noise));
  if (shape.sepals > 0) parts.push(sepals(shape));
  return join(parts);
}

/** A place on the skin: `t` 0 = under the leaves, 1 = the tip. */
type Skin = (t: number, angle: number) => Vec3;

function skinOf({ width, length: tall, seed }: ShapeOf<'strawberry'>, noise: Noise): Skin {
  const lean = 0.06 * noise.value2(seed, 0.5);
  return (t, angle) => {
    const r = 0.5 * width * Math.sin(Math.PI * Math.max(0, Math.min(1, t)) ** 0.66) ** 0.72;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const lump = 1 + 0.07 * noise.fbm3(c * 0.9, t * 1.6, s * 0.9, 2);
    const shoulder = 0.05 * tall * smoothstep(0.75, 0, r / (0.5 * width)) * (t < 0.4 ? 1 : 0);
    return [r * c * lump + lean * width * t * t, tall * (0.5 - t) - shoulder, r * s * lump * 0.94];
  };
}

interface Seed {
  readonly at: Vec3;
  readonly outward: Vec3;
  /** From the leaves to the tip. */
  readonly down: Vec3;
}

/** Seeds in the spirals of a sunflower, evenly by area, each a little off its place. */
function seedsOn(skin: Skin, { seeds, seed, cut }: ShapeOf<'strawberry'>): Seed[] {
  const random = seededRandom(seed);
  const steps = 200;
  const areas = [0];
  for (let i = 1; i <= steps; i++) {
    const [a, b] = [skin((i - 1) / steps, 0), skin(i / steps, 0)];
    areas.push(areas[i - 1]! + length(subtract(a, b)) * (Math.abs(a[0]) + Math.abs(b[0])));
  }
  const golden = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: seeds }, (_, i): Seed => {
    const wanted = ((i + 1.2 + 0.3 * random()) / (seeds + 1.6)) * areas[steps]!;
    const t = areas.findIndex((area) => area >= wanted) / steps;
    const angle = i * golden + 0.22 * (random() - 0.5);
    const at = skin(t, angle);
    const down = normalize(subtract(skin(t + 0.01, angle), skin(t - 0.01, angle)));
    const around = normalize(subtract(skin(t, angle + 0.01), at));
    return { at, outward: cross(around, down), down };
  }).filter(({ at }) => !cut || at[2] < -0.03);
}

function seedMesh({ at, outward, down }: Seed, width: number): Mesh {
  const [w, h] = [0.0165 * width, 0.0275 * width];
  const across = cross(down, outward);
  const middle = along(at, outward, -0.028 * width);
  return ball(8, 9, ([x, y, z]) => ({
    at: add(
      add(along(middle, across, x * w), scale(down, y * h * (1 - 0.25 * y))),
      scale(outward, z * w * 0.8),
    ),
    colour: mix(SEED, [0.5, 0.2, 0.05], 0.4 + 0.4 * y),
  }));
}
