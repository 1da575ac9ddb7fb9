declare module 'subset-font' {
  /** A font with no more than the glyphs that a text needs. The same font and text give the same bytes. */
  function subsetFont(
    font: Buffer,
    text: string,
    options: { readonly targetFormat: 'woff2' },
  ): Promise<Buffer>;

  export = subsetFont;
}
