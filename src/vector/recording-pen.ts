import { Path2D } from '@napi-rs/canvas';
import type { HexColour } from '../ad/scene.ts';
import type { Pen } from '../typography/pen.ts';
import type { Mark, Matrix } from './marks.ts';

/** What `save` keeps. */
interface State {
  readonly matrix: Matrix;
  readonly fillStyle: Pen['fillStyle'];
  readonly strokeStyle: Pen['strokeStyle'];
  readonly font: string;
  readonly letterSpacing: string;
  readonly lineWidth: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Keeps what is drawn with it as marks. Colours are one each, without alpha. */
export class RecordingPen implements Pen {
  fillStyle: Pen['fillStyle'] = '#000000';
  strokeStyle: Pen['strokeStyle'] = '#000000';
  font = '';
  letterSpacing = '0px';
  lineWidth = 1;
  /** All lines that ads draw with a pen have round ends and joins; they are set, and not read. */
  lineCap: Pen['lineCap'] = 'round';
  lineJoin: Pen['lineJoin'] = 'round';
  readonly marks: Mark[] = [];
  #matrix: Matrix = IDENTITY;
  #path = new Path2D();
  readonly #states: State[] = [];

  save(): void {
    const { fillStyle, strokeStyle, font, letterSpacing, lineWidth } = this;
    this.#states.push({ matrix: this.#matrix, fillStyle, strokeStyle, font, letterSpacing, lineWidth });
  }

  restore(): void {
    const state = this.#states.pop();
    if (state === undefined) return;
    this.#matrix = state.matrix;
    this.fillStyle = state.fillStyle;
    this.strokeStyle = state.strokeStyle;
    this.font = state.font;
    this.letterSpacing = state.letterSpacing;
    this.lineWidth = state.lineWidth;
  }

  translate(x: number, y: number): void {
    this.#transform([1, 0, 0, 1, x, y]);
  }

  rotate(radians: number): void {
    const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
    this.#transform([cos, sin, -sin, cos, 0, 0]);
  }

  scale(x: number, y: number): void {
    this.#transform([x, 0, 0, y, 0, 0]);
  }

  #transform([a, b, c, d, e, f]: Matrix): void {
    const [A, B, C, D, E, F] = this.#matrix;
    this.#matrix = [
      A * a + C * b,
      B * a + D * b,
      A * c + C * d,
      B * c + D * d,
      A * e + C * f + E,
      B * e + D * f + F,
    ];
  }

  beginPath(): void {
    this.#path = new Path2D();
  }

  closePath(): void {
    this.#path.closePath();
  }

  moveTo(x: number, y: number): void {
    this.#path.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.#path.lineTo(x, y);
  }

  arc(x: number, y: number, radius: number, from: number, to: number): void {
    this.#path.arc(x, y, radius, from, to);
  }

  roundRect(...[x, y, width, height, radii]: Parameters<Pen['roundRect']>): void {
    this.#path.roundRect(x, y, width, height, radii);
  }

  fill(): void {
    this.#fill(this.#path);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const path = new Path2D();
    path.rect(x, y, width, height);
    this.#fill(path);
  }

  #fill(path: Path2D): void {
    const colour = hexOf(this.fillStyle);
    this.marks.push({ kind: 'fill', path: path.toSVGString(), colour, matrix: this.#matrix });
  }

  stroke(path: Path2D): void {
    const colour = hexOf(this.strokeStyle);
    const { lineWidth: width } = this;
    this.marks.push({ kind: 'stroke', path: path.toSVGString(), colour, width, matrix: this.#matrix });
  }

  fillText(text: string, x: number, y: number): void {
    this.#write(text, x, y, this.fillStyle);
  }

  strokeText(text: string, x: number, y: number): void {
    this.#write(text, x, y, this.strokeStyle, this.lineWidth);
  }

  #write(text: string, x: number, y: number, style: Pen['fillStyle'], outline?: number): void {
    const [, size = '', family = ''] = FONT.exec(this.font) ?? [];
    this.marks.push({
      kind: 'letters',
      text,
      family,
      size: Number(size),
      spacing: Number.parseFloat(this.letterSpacing),
      x,
      y,
      colour: hexOf(style),
      matrix: this.#matrix,
      ...(outline === undefined ? {} : { outline }),
    });
  }
}

/** As `cssFont` writes it. */
const FONT = /^\d+ ([\d.e-]+)px "([^"]+)"$/;

/** @throws RangeError for a gradient, a pattern, or a colour that is not written in hex */
function hexOf(style: Pen['fillStyle']): HexColour {
  const [, digits] = typeof style === 'string' ? (/^#([0-9a-f]{6})$/i.exec(style) ?? []) : [];
  if (digits === undefined) throw new RangeError(`A pen draws in one colour, not in ${String(style)}`);
  return `#${digits}`;
}
