import { Registry } from '../ad/registry.ts';
import { DEFAULT_SCENE, type StudioCatalogue } from '../ad/studio-catalogue.ts';
import type { MaterialDescriptor } from './materials/define-material.ts';
import { materials } from './materials/index.ts';
import type { PropDescriptor } from './props/define-prop.ts';
import { props } from './props/index.ts';
import type { SceneDescriptor } from './scene.ts';
import { scenes } from './scenes/index.ts';
import type { StyleDescriptor } from './styles/define-style.ts';
import { styles } from './styles/index.ts';

interface StudioParts {
  readonly scenes: readonly SceneDescriptor[];
  readonly materials: readonly MaterialDescriptor[];
  readonly props: readonly PropDescriptor[];
  readonly styles: readonly StyleDescriptor[];
}

/** What can be rendered, by its names. */
export interface Studio extends StudioCatalogue {
  readonly scenes: Registry<SceneDescriptor>;
  readonly materials: Registry<MaterialDescriptor>;
  readonly props: Registry<PropDescriptor>;
  readonly styles: Registry<StyleDescriptor>;
  /** The same with more. */
  with(more: Partial<StudioParts>): Studio;
}

/** @throws TypeError where a name is there twice, or names nothing */
function createStudio(parts: StudioParts): Studio {
  const scenes = new Registry(parts.scenes);
  const materials = new Registry(parts.materials);
  const expect = (known: { has(name: string): boolean }, names: readonly string[], where: string): void => {
    const unknown = names.find((name) => !known.has(name));
    if (unknown !== undefined) throw new TypeError(`Expected ${where} to be there, got "${unknown}"`);
  };
  expect(scenes, [DEFAULT_SCENE], 'the default scene');
  for (const { name, materials: made } of scenes.all) expect(materials, made, `materials of scene ${name}`);
  for (const { name, words, shownBy, scenes: suited = [] } of materials.all) {
    const asked = words.flatMap(({ scene }) => scene ?? []);
    expect(scenes, [shownBy, ...suited, ...asked], `scenes of material ${name}`);
  }
  return {
    scenes,
    materials,
    props: new Registry(parts.props),
    styles: new Registry(parts.styles),
    with: (more) =>
      createStudio({
        scenes: [...parts.scenes, ...(more.scenes ?? [])],
        materials: [...parts.materials, ...(more.materials ?? [])],
        props: [...parts.props, ...(more.props ?? [])],
        styles: [...parts.styles, ...(more.styles ?? [])],
      }),
  };
}

/** What the studio is delivered with. */
export const builtIn: Studio = createStudio({ scenes, materials, props, styles });
