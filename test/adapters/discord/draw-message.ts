import { createCanvas, GlobalFonts, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import type { MessageBody } from './fake/rules.ts';

/** Discord's dark colours, near enough. */
const INK = '#dbdee1';
const FAINT = '#949ba4';
const GROUND = '#313338';
const CARD = '#2b2d31';
const BUTTONS = { 1: '#5865f2', 2: '#4e5058', 3: '#248046', 4: '#da373c' } as const;

const WIDTH = 760;
const LEFT = 84;
const INNER = WIDTH - LEFT - 40;
const LINE = 24;

type Part = NonNullable<MessageBody['components']>[number] & {
  readonly style?: keyof typeof BUTTONS;
  readonly placeholder?: string;
  readonly accent_color?: number;
};

GlobalFonts.registerFromPath('fonts/pretendard/Pretendard-Regular.otf', 'Chat');
GlobalFonts.registerFromPath('fonts/pretendard/Pretendard-Bold.otf', 'Chat Bold');

/** Draws a message as people see it, from what was sent to Discord. No emoji: there is no font for them here. */
export async function drawMessage(
  { components = [] }: MessageBody,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Buffer> {
  const images = new Map<string, Image>();
  for (const [name, bytes] of files) images.set(name, await loadImage(Buffer.from(bytes)));
  const canvas = createCanvas(WIDTH, 2400);
  const context = canvas.getContext('2d');
  const bottom = new Pen(context, images).message(components);
  const cut = createCanvas(WIDTH, bottom);
  cut.getContext('2d').drawImage(canvas, 0, 0);
  return cut.encode('png');
}

class Pen {
  readonly #context: SKRSContext2D;
  readonly #images: ReadonlyMap<string, Image>;
  #y = 20;

  constructor(context: SKRSContext2D, images: ReadonlyMap<string, Image>) {
    this.#context = context;
    this.#images = images;
  }

  message(components: readonly Part[]): number {
    const context = this.#context;
    this.#box(0, 0, WIDTH, 2400, 0, GROUND);
    this.#box(20, 20, 44, 44, 22, '#e8486f');
    this.#write('광', 32, 50, 'Chat Bold', 20, '#ffffff');
    this.#write('광고 봇', LEFT - 4, 34, 'Chat Bold', 16, '#ffffff');
    this.#box(LEFT + 54, 20, 34, 18, 4, BUTTONS[1]);
    this.#write('앱', LEFT + 64, 34, 'Chat Bold', 12, '#ffffff');
    this.#y = 46;
    for (const part of components) {
      if (part.type !== 17) {
        this.#part(part);
        continue;
      }
      const top = this.#y;
      // Once to see how tall it is, once on its card.
      this.#inside(part);
      this.#box(LEFT - 4, top, WIDTH - LEFT - 12, this.#y - top, 8, CARD);
      const accent = `#${(part.accent_color ?? 0).toString(16).padStart(6, '0')}`;
      this.#box(LEFT - 4, top, 4, this.#y - top, 2, accent);
      this.#y = top;
      this.#inside(part);
    }
    context.globalAlpha = 1;
    return this.#y + 20;
  }

  #inside({ components = [] }: Part): void {
    this.#y += 14;
    for (const part of components) this.#part(part);
    this.#y += 8;
  }

  #part(part: Part): void {
    const { type, content, items = [], components = [] } = part;
    if (type === 10) for (const line of content?.split('\n') ?? []) this.#line(line);
    if (type === 14) {
      this.#box(LEFT + 12, this.#y + 6, INNER, 1, 0, '#3f4147');
      this.#y += 16;
    }
    if (type === 12) for (const { media } of items) this.#picture(media.url.replace('attachment://', ''));
    if (type === 1) this.#row(components);
  }

  #line(text: string): void {
    const [, mark = '', rest = ''] =
      /^(### |-# )?(.*)$/su.exec(text.replaceAll(/\\([^\p{L}\p{N}\s])/gu, '$1')) ?? [];
    const [font, size, ink] =
      mark === '### '
        ? (['Chat Bold', 19, '#ffffff'] as const)
        : mark === '-# '
          ? (['Chat', 13, FAINT] as const)
          : (['Chat', 16, INK] as const);
    const clean = rest.replaceAll(/\p{Extended_Pictographic}\ufe0f? ?/gu, '');
    this.#context.font = `${size}px "${font}"`;
    let line = '';
    for (const word of clean.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (this.#context.measureText(longer).width <= INNER) {
        line = longer;
        continue;
      }
      this.#put(line, font, size, ink);
      line = word;
    }
    this.#put(line, font, size, ink);
  }

  #put(text: string, font: string, size: number, ink: string): void {
    this.#y += LINE;
    this.#write(text, LEFT + 12, this.#y - 4, font, size, ink);
  }

  #picture(name: string): void {
    const image = this.#images.get(name);
    if (image === undefined) return;
    const scale = Math.min(INNER / image.width, 560 / image.height);
    const [width, height] = [image.width * scale, image.height * scale];
    const context = this.#context;
    context.save();
    context.beginPath();
    context.roundRect(LEFT + 12, this.#y + 10, width, height, 8);
    context.clip();
    context.drawImage(image, LEFT + 12, this.#y + 10, width, height);
    context.restore();
    this.#y += height + 18;
  }

  #row(parts: readonly Part[]): void {
    let x = LEFT + 12;
    for (const { type, label = '', style = 2, placeholder = '' } of parts) {
      this.#context.font = '15px "Chat"';
      if (type === 3) {
        this.#box(x, this.#y + 8, 400, 38, 6, '#1e1f22');
        this.#write(
          placeholder.replaceAll(/\p{Extended_Pictographic}\ufe0f? ?/gu, ''),
          x + 12,
          this.#y + 32,
          'Chat',
          15,
          FAINT,
        );
        this.#write('▾', x + 376, this.#y + 32, 'Chat', 15, FAINT);
        continue;
      }
      const width = this.#context.measureText(label).width + 30;
      this.#box(x, this.#y + 8, width, 34, 6, BUTTONS[style]);
      this.#write(label, x + 15, this.#y + 30, 'Chat', 15, '#ffffff');
      x += width + 8;
    }
    this.#y += parts.some(({ type }) => type === 3) ? 50 : 44;
  }

  #write(text: string, x: number, y: number, font: string, size: number, ink: string): void {
    this.#context.font = `${size}px "${font}"`;
    this.#context.fillStyle = ink;
    this.#context.fillText(text, x, y);
  }

  #box(x: number, y: number, width: number, height: number, radius: number, colour: string): void {
    this.#context.fillStyle = colour;
    this.#context.beginPath();
    this.#context.roundRect(x, y, width, height, radius);
    this.#context.fill();
  }
}
