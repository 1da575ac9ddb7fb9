import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../../../imaging/random.ts';

/** A small thing drawn with chalk inside a circle round the origin; lines are about a tenth of it wide. */
export type Doodle = (context: SKRSContext2D, radius: number, random: Random) => void;

const star: Doodle = (context, radius) => {
  context.beginPath();
  for (let corner = 0; corner < 10; corner++) {
    const away = corner % 2 === 0 ? radius : radius * 0.44;
    const angle = (corner * Math.PI) / 5 - Math.PI / 2;
    context.lineTo(away * Math.cos(angle), away * Math.sin(angle));
  }
  context.closePath();
  context.stroke();
};

const plane: Doodle = (context, radius) => {
  context.beginPath();
  context.moveTo(-radius, -radius * 0.1);
  context.lineTo(radius, -radius * 0.7);
  context.lineTo(radius * 0.1, radius * 0.65);
  context.lineTo(-radius * 0.2, radius * 0.12);
  context.closePath();
  context.moveTo(-radius * 0.2, radius * 0.12);
  context.lineTo(radius, -radius * 0.7);
  context.moveTo(-radius * 0.2, radius * 0.12);
  context.lineTo(-radius * 0.16, radius * 0.6);
  context.lineTo(radius * 0.02, radius * 0.38);
  context.stroke();
};

const bulb: Doodle = (context, radius) => {
  context.beginPath();
  context.arc(0, -radius * 0.15, radius * 0.52, Math.PI * 0.72, Math.PI * 2.28);
  context.lineTo(radius * 0.26, radius * 0.55);
  context.moveTo(-radius * 0.3, radius * 0.27);
  context.lineTo(-radius * 0.26, radius * 0.55);
  context.lineTo(radius * 0.26, radius * 0.55);
  context.moveTo(-radius * 0.2, radius * 0.75);
  context.lineTo(radius * 0.2, radius * 0.75);
  for (let ray = 0; ray < 5; ray++) {
    const angle = Math.PI * (1.1 + 0.2 * ray);
    context.moveTo(radius * 0.72 * Math.cos(angle), -radius * 0.15 + radius * 0.72 * Math.sin(angle));
    context.lineTo(radius * 0.98 * Math.cos(angle), -radius * 0.15 + radius * 0.98 * Math.sin(angle));
  }
  context.stroke();
};

const pencil: Doodle = (context, radius) => {
  context.save();
  context.rotate(-0.7);
  context.beginPath();
  context.rect(-radius * 0.85, -radius * 0.17, radius * 1.25, radius * 0.34);
  context.moveTo(radius * 0.4, -radius * 0.17);
  context.lineTo(radius * 0.9, 0);
  context.lineTo(radius * 0.4, radius * 0.17);
  context.moveTo(-radius * 0.62, -radius * 0.17);
  context.lineTo(-radius * 0.62, radius * 0.17);
  context.stroke();
  context.restore();
};

const cup: Doodle = (context, radius) => {
  context.beginPath();
  context.moveTo(-radius * 0.6, -radius * 0.15);
  context.bezierCurveTo(
    -radius * 0.55,
    radius * 0.7,
    radius * 0.35,
    radius * 0.7,
    radius * 0.4,
    -radius * 0.15,
  );
  context.closePath();
  context.moveTo(radius * 0.37, 0);
  context.bezierCurveTo(
    radius * 0.8,
    -radius * 0.1,
    radius * 0.75,
    radius * 0.42,
    radius * 0.27,
    radius * 0.34,
  );
  context.moveTo(-radius * 0.8, radius * 0.72);
  context.lineTo(radius * 0.6, radius * 0.72);
  for (let wisp = 0; wisp < 3; wisp++) {
    const x = radius * (-0.4 + 0.3 * wisp);
    context.moveTo(x, -radius * 0.32);
    context.bezierCurveTo(
      x + radius * 0.16,
      -radius * 0.5,
      x - radius * 0.16,
      -radius * 0.66,
      x,
      -radius * 0.88,
    );
  }
  context.stroke();
};

const sprig: Doodle = (context, radius, random) => {
  context.save();
  context.rotate((random() - 0.5) * 1.4);
  context.beginPath();
  context.moveTo(0, radius);
  context.quadraticCurveTo(radius * 0.12, 0, 0, -radius);
  for (let pair = 0; pair < 4; pair++) {
    const y = radius * (0.6 - 0.42 * pair);
    for (const side of [-1, 1]) {
      context.moveTo(radius * 0.05, y);
      context.bezierCurveTo(
        side * radius * 0.2,
        y - radius * 0.4,
        side * radius * 0.5,
        y - radius * 0.42,
        side * radius * 0.52,
        y - radius * 0.36,
      );
      context.bezierCurveTo(
        side * radius * 0.46,
        y - radius * 0.1,
        side * radius * 0.24,
        y - radius * 0.02,
        radius * 0.05,
        y,
      );
    }
  }
  context.stroke();
  context.restore();
};

const spark: Doodle = (context, radius) => {
  context.beginPath();
  for (let ray = 0; ray < 8; ray++) {
    const angle = (ray * Math.PI) / 4;
    const reach = ray % 2 === 0 ? radius : radius * 0.55;
    context.moveTo(radius * 0.25 * Math.cos(angle), radius * 0.25 * Math.sin(angle));
    context.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
  }
  context.stroke();
};

const planet: Doodle = (context, radius) => {
  context.beginPath();
  context.arc(0, 0, radius * 0.5, 0, 2 * Math.PI);
  context.moveTo(radius * 0.94, -radius * 0.32);
  context.ellipse(0, 0, radius, radius * 0.26, -0.33, 0, Math.PI * 1.1);
  context.stroke();
};

const ruler: Doodle = (context, radius) => {
  context.beginPath();
  context.moveTo(-radius * 0.8, radius * 0.7);
  context.lineTo(radius * 0.85, radius * 0.7);
  context.lineTo(-radius * 0.8, -radius * 0.85);
  context.closePath();
  context.moveTo(-radius * 0.5, radius * 0.42);
  context.lineTo(radius * 0.18, radius * 0.42);
  context.lineTo(-radius * 0.5, -radius * 0.2);
  context.closePath();
  context.stroke();
};

/** A loose swash, as under a headline. */
const swash: Doodle = (context, radius, random) => {
  context.beginPath();
  context.moveTo(-radius, radius * 0.1);
  for (let loop = 0; loop < 3; loop++) {
    const x = -radius + (loop + 1) * radius * 0.62;
    context.bezierCurveTo(
      x - radius * 0.35,
      -radius * (0.5 + 0.2 * random()),
      x - radius * 0.1,
      radius * (0.5 + 0.2 * random()),
      x,
      radius * 0.05,
    );
  }
  context.stroke();
};

export const LESSON: readonly Doodle[] = [star, plane, bulb, pencil, planet, ruler, spark];
export const MENU: readonly Doodle[] = [cup, sprig, star, spark, swash, sprig];
