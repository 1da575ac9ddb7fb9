import type { Size } from '../../ad/geometry.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { LoopKind } from '../../ad/motion.ts';
import type { Place } from '../../ad/place.ts';
import type { SavedLoop } from '../../ad/result.ts';
import { defined } from '../../collections/defined.ts';
import type { Loop } from '../../motion/loop.ts';
import { explainFindings } from '../../publish/explain-findings.ts';
import type { PictureStore } from '../../storage/picture-store.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly loop: Loop;
  readonly kind: LoopKind;
  /** Base64; absent = there is none. */
  readonly file?: string;
  readonly frames: number;
  /** Its pixels, where they are not the ad's. */
  readonly size?: Size;
  readonly place?: Place;
  /** Of the file, without its ending. */
  readonly name?: string;
}

interface Outputs {
  readonly saved?: SavedLoop;
  /** As it came: what takes it from here makes the next file, once this one lies on the disk and its frames are gone. */
  readonly loop: Loop;
  readonly warnings: readonly LocalizedText[];
}

/** Writes a moving ad to the disk, held against what its place asks. */
export class SaveLoopNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'SaveLoopNode';
  readonly version = 2;
  override readonly cacheable = false;
  readonly #pictures: PictureStore;

  constructor(pictures: PictureStore) {
    super();
    this.#pictures = pictures;
  }

  async process(
    { loop, kind, file, frames, size: own, place, name }: Inputs,
    { render, signal }: NodeContext,
  ): Promise<Outputs> {
    if (file === undefined) return { loop, warnings: [] };
    const bytes = Buffer.from(file, 'base64');
    const { seconds, still, size } = loop;
    const pixels = own ?? size;
    const judged = { bytes, kind, still, seconds, ...defined({ place }) };
    const findings = await render.run('judge-loop', judged, { signal });
    const saved = await this.#pictures.saveFile(bytes, kind, pixels, name && `${name}-motion`);
    return {
      loop,
      saved: { ...saved, kind, seconds, frames, bytes: bytes.length },
      warnings: explainFindings(findings, { names: place?.names ?? ANYWHERE }),
    };
  }
}

const ANYWHERE: LocalizedText = { ko: '움직이는 광고', en: 'moving ad' };
