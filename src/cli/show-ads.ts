import type { Locale, LocalizedText } from '../ad/locale.ts';
import type { AdResult } from '../ad/result.ts';

/** Ads as people read them in a terminal: where each picture is, why it looks so, and what to know. */
export function formatAsText(ads: readonly AdResult[], locale: Locale): string {
  return ads.map((ad) => describe(ad, locale)).join('\n\n');
}

function describe({ image, reasoning, warnings, recipe, report }: AdResult, locale: Locale): string {
  const words =
    locale === 'ko'
      ? { why: '이렇게 만들었어요', know: '알아 두세요', engine: '엔진', seed: '시드' }
      : { why: 'Why it looks this way', know: 'Good to know', engine: 'engine', seed: 'seed' };
  const list = (title: string, said: readonly LocalizedText[]): string[] =>
    said.length === 0 ? [] : ['', `${title}:`, ...said.map((each) => `  · ${each[locale]}`)];
  return [
    image.path,
    `${image.width}×${image.height} · ${words.engine} ${recipe.engine.name} · ${words.seed} ${recipe.request.seed} · ${(report.total_time / 1000).toFixed(1)} s`,
    ...list(words.why, reasoning),
    ...list(words.know, warnings),
  ].join('\n');
}

/**
 * Ads as programs read them: one object. `layout`, `recipe` and `report` are the first ad's; `ads` has all of them.
 */
export function adsAsJson(ads: readonly AdResult[], locale: Locale): Readonly<Record<string, unknown>> {
  const shown = ads.map(({ image, layout, reasoning, warnings, recipe, report }) => ({
    image: { path: image.path, width: image.width, height: image.height, origin: image.origin },
    layout: { ...layout, reasoning: reasoning.map((each) => each[locale]) },
    warnings: warnings.map((each) => each[locale]),
    recipe,
    report,
  }));
  const [first] = shown;
  return {
    images: shown.map(({ image }) => image),
    layout: first?.layout,
    warnings: first?.warnings,
    recipe: first?.recipe,
    report: first?.report,
    ads: shown,
  };
}
