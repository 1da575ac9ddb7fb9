declare module 'linebreak' {
  /** Finds the places where UAX #14 lets a line end, one a call; null after the last. */
  class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }

  export = LineBreaker;
}
