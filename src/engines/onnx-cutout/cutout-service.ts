import { UserError } from '../../errors/user-error.ts';
import { openFile } from '../../files/read-file.ts';
import { EngineFailure } from '../../onnx/failure.ts';
import { floats, openModelFile, type Session } from '../../onnx/session.ts';
import type { CutoutModel } from './cutout-model.ts';
import { modelKindOf } from './model-kind.ts';
import { readModel, unreadable } from './read-model.ts';
import { modelInput, modelMap } from './saliency.ts';

export interface FindJob {
  readonly model: CutoutModel;
  /** What the model is to look at: three bytes a pixel of its kind's side², as modelView makes it. */
  readonly view: Uint8Array;
}

/** One model at a time: the last that was asked for, until the process is let go. */
let loaded: { readonly key: string; readonly session: Session } | undefined;

/** Calls take turns: none lets go of a model that another is about to run. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

/** Cut-out models, as the engine process serves them. */
export const service = {
  /** Loads a model, so that the first photo does not wait for it. */
  load: (model: CutoutModel): Promise<void> =>
    inTurn(async () => {
      await sessionOf(model);
    }),

  /** How surely each place is product, one byte for each of the model's side² places: 0 the least sure, 255 the most. */
  find: ({ model, view }: FindJob): Promise<Uint8Array> =>
    inTurn(async () => {
      const kind = modelKindOf(model.kind);
      const session = await sessionOf(model);
      const input = floats(modelInput(view, kind), [1, 3, kind.side, kind.side]);
      const outputs = await session.run({ [session.inputs[0] ?? '']: input });
      return modelMap(outputs.get(session.outputs[0] ?? ''), kind);
    }),
};

async function sessionOf(model: CutoutModel): Promise<Session> {
  const key = JSON.stringify(model);
  if (loaded?.key === key) return loaded.session;
  const former = loaded;
  loaded = undefined;
  await former?.session.release();
  const session = await open(model);
  loaded = { key, session };
  return session;
}

async function open({ file, sha256 }: CutoutModel): Promise<Session> {
  const source = sha256 === undefined ? await readable(file) : await readModel(file, sha256);
  try {
    return await openModelFile('the cut-out model', source);
  } catch (cause) {
    if (!(cause instanceof EngineFailure) || cause.reason !== 'other') throw cause;
    throw new UserError('model-file-malformed', { file, problem: 'it is no ONNX model' }, { cause });
  }
}

/** A file that the runtime may open by itself: it waits without end for a pipe that nobody writes to. */
async function readable(file: string): Promise<string> {
  const handle = await openFile(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  await handle.close();
  return file;
}
