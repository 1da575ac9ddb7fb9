import { access, constants } from 'node:fs/promises';
import { UserError } from '../../errors/user-error.ts';
import { flattened } from '../../imaging/rgb.ts';
import { EngineFailure } from '../../onnx/failure.ts';
import { floats, openModelFile, type Session } from '../../onnx/session.ts';
import { modelKindOf } from './model-kind.ts';
import { modelInput, modelMatte } from './saliency.ts';

export interface MatteJob {
  /** The model. */
  readonly file: string;
  /** Name that tells its kind. */
  readonly kind: string;
  /** Four bytes a pixel. */
  readonly photo: {
    readonly width: number;
    readonly height: number;
    readonly data: Uint8Array | Uint8ClampedArray;
  };
}

/** One byte a pixel, of the photo's size. */
export interface FoundMatte {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Cut-out models, as the engine process serves them: loaded for a picture and let go of right after. */
export const service = {
  async matte({ file, kind: name, photo }: MatteJob): Promise<FoundMatte> {
    const kind = modelKindOf(name);
    const session = await open(file);
    try {
      const input = floats(modelInput(flattened(photo), kind), [1, 3, kind.side, kind.side]);
      const outputs = await session.run({ [session.inputs[0] ?? '']: input });
      const { width, height, data } = modelMatte(outputs.get(session.outputs[0] ?? ''), kind, photo);
      return { width, height, data };
    } finally {
      await session.release();
    }
  },
};

async function open(file: string): Promise<Session> {
  try {
    await access(file, constants.R_OK);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    if (reason !== 'ENOENT') throw new UserError('model-file-unreadable', { file, reason }, { cause });
    throw new UserError('model-file-missing', { file, wantedBy: 'the cut-out' }, { cause });
  }
  try {
    return await openModelFile('the cut-out model', file);
  } catch (cause) {
    if (!(cause instanceof EngineFailure) || cause.reason !== 'other') throw cause;
    throw new UserError('model-file-malformed', { file, problem: 'it is no ONNX model' }, { cause });
  }
}
