import { join } from 'node:path';
import { PROJECT_ROOT } from '../src/app/config/project-root.ts';
import { loadFaces } from '../src/presets/load-faces.ts';

/** The faces that the product letters with. */
export const faces = await loadFaces(join(PROJECT_ROOT, 'fonts'));
