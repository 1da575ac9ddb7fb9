import { join } from 'node:path';
import { embeddedModel } from '../engines/onnx-cutout/embedded-model.ts';
import { readModel } from '../engines/onnx-cutout/read-model.ts';
import { UserError } from '../errors/user-error.ts';
import { keepPressProfile } from '../imaging/press/press-profile.ts';
import { loadPresets } from '../presets/load.ts';
import { loadFaces } from '../presets/load-faces.ts';
import { catalogue } from '../studio/catalogue.ts';
import { PARSED_PRESETS, PROJECT_ROOT } from './config/project-root.ts';

/**
 * The end of the build. Parses the presets and the list of fonts as they are delivered, so that not every command on a
 * fresh machine does it, makes the profile that sheets are separated by, and sees that the model which cuts products out is the published one: a wrong one ends the
 * build here, where somebody reads it.
 */
async function finishBuild(): Promise<void> {
  await loadPresets(join(PROJECT_ROOT, 'presets'), catalogue, { caches: [PARSED_PRESETS] });
  await loadFaces(join(PROJECT_ROOT, 'fonts'), { caches: [PARSED_PRESETS] });
  await keepPressProfile(join(PROJECT_ROOT, 'dist'));
  const model = embeddedModel();
  if (model === undefined) {
    process.stderr.write(
      'The cut-out model is not installed (npm ci installs it): rules alone will cut out.\n',
    );
  } else if (model.sha256 !== undefined) {
    await readModel(model.file, model.sha256);
  }
}

try {
  await finishBuild();
} catch (error) {
  // A mistake in the data is told in its sentence: where it lies in the code helps nobody.
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
