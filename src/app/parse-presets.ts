import { join } from 'node:path';
import { loadPresets } from '../presets/load.ts';
import { loadFaces } from '../presets/load-faces.ts';
import { catalogue } from '../studio/catalogue.ts';
import { PARSED_PRESETS, PROJECT_ROOT } from './config/project-root.ts';

// Part of the build: parses the presets and the list of fonts as they are delivered, so that not every command on a
// fresh machine does it.
await loadPresets(join(PROJECT_ROOT, 'presets'), catalogue, { caches: [PARSED_PRESETS] });
await loadFaces(join(PROJECT_ROOT, 'fonts'), { caches: [PARSED_PRESETS] });
