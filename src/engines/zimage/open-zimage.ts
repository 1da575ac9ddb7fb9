import { UserError } from '../../errors/user-error.ts';
import { modelPlace } from './model-place.ts';
import type { OpenedZImage, ZImageParts, ZImageSettings } from './opened-zimage.ts';

/**
 * Looks for the model and checks it, without loading it. A model that cannot be used is no error: the bot works
 * with the studio then.
 */
export async function openZImage(settings: ZImageSettings, parts: ZImageParts): Promise<OpenedZImage> {
  try {
    const place = await modelPlace(settings);
    // Most have no model, and are spared loading what drives it.
    const { openModel } = await import('./open-model.ts');
    return await openModel(place, settings, parts);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // That nobody has fetched a model is no news, unless one was asked for.
    const asked = settings.ENGINE === 'zimage' || settings.ZIMAGE_MODEL_DIR !== undefined;
    if (asked) parts.onWarning(`${error.message} The studio makes the pictures.`);
    return { missing: error };
  }
}
