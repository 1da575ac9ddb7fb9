import { basename } from 'node:path';

/** A model that finds products. */
export interface CutoutModel {
  /** An ONNX file. */
  readonly file: string;
  /** Which of rembg's models it is, by the name that rembg gives to its file. */
  readonly kind: string;
  /** What its bytes have to give, as hex digits; absent where nobody has said what they are. */
  readonly sha256?: string;
}

/** The name by which results and recipes tell the model. */
export const nameOf = ({ file }: CutoutModel): string => basename(file, '.onnx');

/** The setting, and the name, of cutting out by rules alone. */
export const BY_RULES = 'local';
