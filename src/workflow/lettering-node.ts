import type { Face } from '../ad/face.ts';
import { BaseNode } from './base-node.ts';

/** A node whose result depends on which faces there are to letter with. */
export abstract class LetteringNode<I extends object, O extends object> extends BaseNode<I, O> {
  protected readonly faces: readonly Face[];

  /** @param faces the faces that layouts and designs may name */
  constructor(faces: readonly Face[]) {
    super();
    this.faces = faces;
  }

  override identity(): string {
    return this.faces.map((face) => face.name).join();
  }
}
