/** What is used of PDFKit, its objects among them: the boxes, colour spaces and metadata of a page for a press have no calls. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  /** An object of the file. */
  interface Reference {
    readonly data: Record<string, unknown>;
    /** Whether its stream will be compressed. */
    compress: boolean;
    write(chunk: Uint8Array): void;
    end(chunk?: Uint8Array): void;
  }

  interface Page {
    readonly width: number;
    readonly height: number;
    readonly dictionary: Reference;
    readonly resources: Reference;
    readonly colorSpaces: Record<string, unknown>;
    readonly xobjects: Record<string, unknown>;
    readonly ext_gstates: Record<string, unknown>;
  }

  interface Options {
    readonly pdfVersion: '1.6';
    /** Points. */
    readonly size: readonly [width: number, height: number];
    readonly margin: number;
    readonly lang: string;
    readonly displayTitle: boolean;
    /** Whether streams are compressed. */
    readonly compress?: boolean;
    /** The font to begin with; null = none. */
    readonly font: null;
    readonly info: {
      readonly Title: string;
      readonly Producer: string;
      readonly Creator: string;
      readonly CreationDate: Date;
      readonly Trapped?: string;
    };
  }

  interface TextOptions {
    readonly lineBreak: false;
    readonly baseline: 'alphabetic';
    readonly characterSpacing?: number;
    readonly stroke?: boolean;
    readonly fill?: boolean;
  }

  class PDFDocument extends Readable {
    constructor(options: Options);
    readonly page: Page;
    /** The catalogue. */
    readonly _root: Reference;
    ref(data?: unknown): Reference;
    addContent(operators: string): this;
    save(): this;
    restore(): this;
    transform(a: number, b: number, c: number, d: number, e: number, f: number): this;
    path(svg: string): this;
    fill(): this;
    stroke(): this;
    registerFont(name: string, file: Buffer): this;
    font(name: string): this;
    fontSize(size: number): this;
    text(text: string, x: number, y: number, options: TextOptions): this;
    /** Called at the end, to write metadata of its own. */
    endMetadata: () => void;
    end(): void;
  }

  export = PDFDocument;
}
