/** A string for PDFKit, which takes a bare one for a name. */
export const literal = (text: string): object => Object(text);
