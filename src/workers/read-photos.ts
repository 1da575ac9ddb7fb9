import type { MemoryBudget } from '../imaging/photo/memory-budget.ts';
import { createPhotoReader, type Decoders, type PhotoReader } from '../imaging/photo/photo-reader.ts';
import type { RenderPool } from './render-pool.ts';

/** Decodes in the pool's threads. The bytes of a file go there in shared memory. */
const poolDecoders = (render: RenderPool): Decoders => ({
  decode: ({ photo, ...rest }) =>
    render.run('decode-photo', { photo: { ...photo, bytes: shared(photo.bytes) }, ...rest }),
  keep: (photo) => render.run('keep-photo', { ...photo, bytes: shared(photo.bytes) }),
});

/** The door for files of people, with the pool behind it. */
export function photoReaderOn(render: RenderPool, budget?: MemoryBudget): PhotoReader {
  return createPhotoReader(poolDecoders(render), budget);
}

/** A copy that a thread can be handed without another. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
