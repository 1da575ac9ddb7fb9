import { createLocalRemover } from '../../src/engines/offline/local-remover.ts';
import { createCutoutProcess } from '../../src/engines/onnx-cutout/cutout-process.ts';
import { embeddedModel } from '../../src/engines/onnx-cutout/embedded-model.ts';
import { createModelRemover } from '../../src/engines/onnx-cutout/model-remover.ts';
import type { BackgroundRemover } from '../../src/engines/ports.ts';
import { directPool } from '../workers/direct-pool.ts';

/** The two ways in which a product that is newly installed can cut out. */
interface Removers {
  /** By the model that comes with it. */
  readonly embedded: BackgroundRemover;
  /** By rules alone. */
  readonly local: BackgroundRemover;
}

/**
 * Opens both for some work, and closes them after it.
 *
 * @throws Error where the model is not installed: what would be measured is not what is delivered
 */
export async function withRemovers<T>(work: (removers: Removers) => Promise<T>): Promise<T> {
  const model = embeddedModel();
  if (model === undefined) throw new Error('The model is not installed: npm ci');
  const process = createCutoutProcess({});
  try {
    const embedded = createModelRemover({ model, process, render: directPool });
    return await work({ embedded, local: createLocalRemover(directPool) });
  } finally {
    await process.close();
  }
}
