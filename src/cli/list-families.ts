import { SCENE_FAMILY } from '../ad/design.ts';
import type { Locale } from '../ad/locale.ts';
import { PARSED_PRESETS, PROJECT_ROOT } from '../app/config/project-root.ts';
import { loadPresets } from '../presets/load.ts';
import { catalogue } from '../studio/catalogue.ts';

/** The design families with what each is for, one a line. @throws UserError `bad-preset` */
export async function listFamilies(locale: Locale): Promise<string> {
  const { designs } = await loadPresets(`${PROJECT_ROOT}/presets`, catalogue, { caches: [PARSED_PRESETS] });
  const width = Math.max(...designs.rows.map(({ key }) => key.length));
  const lines = designs.rows.map(
    ({ key, names, why }) => `${key.padEnd(width)}  ${names[locale]} · ${why[locale]}`,
  );
  const scene =
    locale === 'ko'
      ? '배경 장면 위에 제품과 글을 놓아요.'
      : 'A scene with the product and words set into it.';
  return [`${SCENE_FAMILY.padEnd(width)}  ${scene}`, ...lines].join('\n');
}
