import { iconPicture } from './icons/icon-picture.ts';
import { standIcons } from './icons/stand-icons.ts';
import { renderScene } from './render-scene.ts';
import type { Backdrop, SceneRequest } from './scene.ts';
import { builtIn, type Studio } from './studio.ts';

/**
 * Renders a scene, with the icons on it that the request names. The same request gives the same pixels.
 *
 * @throws RangeError where the studio has not what it names
 */
export async function renderBackdrop(request: SceneRequest, studio: Studio = builtIn): Promise<Backdrop> {
  const { icons = [] } = request;
  if (icons.length === 0) return renderScene(request, studio);
  const pictures = await Promise.all(icons.map(iconPicture));
  return standIcons(renderScene(request, studio), pictures, request);
}
