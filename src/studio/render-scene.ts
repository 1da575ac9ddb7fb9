import { defined } from '../collections/defined.ts';
import type { Backdrop, SceneRequest } from './scene.ts';
import { builtIn, type Studio } from './studio.ts';

/**
 * Renders a scene. The same request gives the same pixels.
 *
 * @param studio has what the request names
 * @throws RangeError where it has not
 */
export function renderScene(request: SceneRequest, studio: Studio = builtIn): Backdrop {
  const { recipe, style, material, subject, ...choices } = request;
  return studio.scenes.get(recipe).render({
    ...choices,
    style: studio.styles.get(style),
    ...defined({
      material: material === undefined ? undefined : studio.materials.get(material),
      subject: subject === undefined ? undefined : studio.props.get(subject),
    }),
  });
}
