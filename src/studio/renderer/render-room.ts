import { readFarRow } from './far-layer.ts';
import { createLinearPicture, type LinearPicture } from './linear-picture.ts';
import { closeMirror, createMirror, type Mirror, writeMirror } from './mirror.ts';
import { type RowHit, type RowView, viewRows } from './profile.ts';
import { COLUMN_STEP, type Room, stepsAcross } from './room.ts';
import { lightRow, type RowLight } from './row-light.ts';
import { createBuffers, type RowBuffers, sampleRow } from './row-samples.ts';

export function renderRoom(room: Room): LinearPicture {
  const { camera, strips } = room;
  const picture = createLinearPicture(camera);
  const rows = viewRows(camera, strips);
  const steps = stepsAcross(camera.width);
  const line = (): Float32Array => new Float32Array(steps + 1);
  const light: RowLight = {
    key: line(),
    second: line(),
    fill: line(),
    shineR: line(),
    shineG: line(),
    shineB: line(),
  };
  const mirror = createMirror(camera, rows);
  const buffers = createBuffers(camera.width);
  for (let row = 0; row < camera.height; row++) {
    for (const [hit, weight] of hitsOf(rows[row]!)) {
      if (hit.strip.kind === 'level') continue;
      lightRow(room, hit, row, light, undefined);
      paintRow(room, hit, row, weight, light, picture, mirror, buffers);
    }
  }
  if (mirror !== undefined) closeMirror(mirror);
  for (let row = 0; row < camera.height; row++) {
    for (const [hit, weight] of hitsOf(rows[row]!)) {
      if (hit.strip.kind !== 'level') continue;
      lightRow(room, hit, row, light, mirror);
      paintRow(room, hit, row, weight, light, picture, undefined, buffers);
    }
  }
  return picture;
}

function hitsOf(view: RowView): readonly (readonly [RowHit, number])[] {
  if (view.second === undefined) return [[view.first, 1]];
  return [
    [view.first, 1 - view.share],
    [view.second, view.share],
  ];
}

function paintRow(
  room: Room,
  hit: RowHit,
  row: number,
  weight: number,
  light: RowLight,
  picture: LinearPicture,
  mirror: Mirror | undefined,
  buffers: RowBuffers,
): void {
  const { camera, lights } = room;
  sampleRow(room, hit, buffers);
  const { albedoR, albedoG, albedoB, relief, shine, far } = buffers;
  const hasFar = room.far !== undefined && hit.strip.kind !== 'level' && readFarRow(room.far, row, far);
  const { key, second, fill, shineR, shineG, shineB } = light;
  const [kr, kg, kb] = lights.key.colour;
  const [fr, fg, fb] = lights.fill;
  const [sr, sg, sb] = lights.second?.colour ?? [0, 0, 0];
  const r = picture.r.data;
  const g = picture.g.data;
  const b = picture.b.data;
  const { width } = camera;
  const base = row * width;
  for (let step = 0, start = 0; start < width; step++, start += COLUMN_STEP) {
    let k = key[step]!;
    const dk = (key[step + 1]! - k) / COLUMN_STEP;
    let s = second[step]!;
    const ds = (second[step + 1]! - s) / COLUMN_STEP;
    let f = fill[step]!;
    const df = (fill[step + 1]! - f) / COLUMN_STEP;
    let hr = shineR[step]!;
    const dr = (shineR[step + 1]! - hr) / COLUMN_STEP;
    let hg = shineG[step]!;
    const dg = (shineG[step + 1]! - hg) / COLUMN_STEP;
    let hb = shineB[step]!;
    const db = (shineB[step + 1]! - hb) / COLUMN_STEP;
    const end = Math.min(width, start + COLUMN_STEP);
    let sumR = 0;
    let sumG = 0;
    let sumB = 0;
    for (let x = start; x < end; x++) {
      const lit = k * relief[x]!;
      const lit2 = s * relief[x]!;
      const gleam = shine[x]!;
      let red = albedoR[x]! * (kr * lit + sr * lit2 + fr * f) + hr * gleam;
      let green = albedoG[x]! * (kg * lit + sg * lit2 + fg * f) + hg * gleam;
      let blue = albedoB[x]! * (kb * lit + sb * lit2 + fb * f) + hb * gleam;
      if (hasFar) {
        const clear = 1 - far.alpha[x]!;
        red = red * clear + far.r[x]!;
        green = green * clear + far.g[x]!;
        blue = blue * clear + far.b[x]!;
      }
      sumR += red;
      sumG += green;
      sumB += blue;
      const i = base + x;
      r[i]! += red * weight;
      g[i]! += green * weight;
      b[i]! += blue * weight;
      k += dk;
      s += ds;
      f += df;
      hr += dr;
      hg += dg;
      hb += db;
    }
    if (mirror !== undefined) writeMirror(mirror, row, step, sumR, sumG, sumB, end - start);
  }
}
