import type { App } from '../../src/app/open-app.ts';
import { createLayoutAdvisor } from '../../src/engines/offline/layout-advisor.ts';
import { createLocalRemover } from '../../src/engines/offline/local-remover.ts';
import { createPromptWriter } from '../../src/engines/offline/prompt-writer.ts';
import type { ImageEngine } from '../../src/engines/ports.ts';
import { createStudioEngine } from '../../src/engines/studio/studio-engine.ts';
import { catalogue } from '../../src/studio/catalogue.ts';
import type { AdMaker } from '../../src/workflow/plans/ad-maker.ts';
import { createAdMaker } from '../../src/workflow/plans/create-ad-maker.ts';

/** The product with the studio for an engine, under the name of a model that was trained on pictures. */
export function painter(
  { render, faces, photos, pictures, presets }: App,
  saysAi: boolean,
  more: Pick<ImageEngine, 'bestPixels'> = {},
): AdMaker {
  const studio = createStudioEngine(render, catalogue);
  return createAdMaker({
    imageEngine: () => ({ ...studio, name: 'painter', model: 'painter-1', drawsAnything: true, ...more }),
    engines: {
      writer: createPromptWriter({ presets, now: () => new Date('2026-04-10T03:00:00Z') }),
      advisor: createLayoutAdvisor(render, faces),
      remover: createLocalRemover(render),
    },
    render,
    cache: { get: async () => undefined, set: async () => {} },
    photos,
    pictures,
    faces,
    designs: presets.designs.rows,
    pages: presets.pages,
    motions: presets.motions.rows,
    loopKind: 'webp',
    tradeOf: (industry) => presets.industries.find(industry),
    moodOf: (key) => presets.moods.find(key),
    sizeOf: (format) => presets.formats.named(format),
    placeOf: presets.requestRules.place,
    formatNear: () => '1:1',
    saysAi,
    presetsDigest: presets.digest,
  });
}
