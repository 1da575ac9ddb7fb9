import type { Locale, LocalizedText } from '../ad/locale.ts';
import type { AdResult, ThingChoice } from '../ad/result.ts';
import { defined } from '../collections/defined.ts';

/** Ads as people read them in a terminal: where each picture is, why it looks so, and what to know. */
export function formatAsText(ads: readonly AdResult[], locale: Locale): string {
  return ads.map((ad) => describe(ad, locale)).join('\n\n');
}

function describe(
  { image, loops = [], reasoning, warnings, choice, recipe, report }: AdResult,
  locale: Locale,
): string {
  const words =
    locale === 'ko'
      ? { why: '이렇게 만들었어요', know: '알아 두세요', engine: '엔진', seed: '시드' }
      : { why: 'Why it looks this way', know: 'Good to know', engine: 'engine', seed: 'seed' };
  const list = (title: string, said: readonly LocalizedText[]): string[] =>
    said.length === 0 ? [] : ['', `${title}:`, ...said.map((each) => `  · ${each[locale]}`)];
  return [
    image.path,
    ...(image.files ?? []).map(({ path }) => path),
    ...loops.map(({ path }) => path),
    `${recipe.request.place === undefined ? '' : `${recipe.request.place} · `}${image.width}×${image.height} · ${words.engine} ${recipe.engine.name} · ${words.seed} ${recipe.request.seed} · ${(report.total_time / 1000).toFixed(1)} s`,
    ...list(words.why, reasoning),
    ...list(words.know, warnings),
    ...(choice === undefined ? [] : ['', ...choiceLines(choice, locale)]),
  ].join('\n');
}

/** What else could be taken from the photos, and how. */
function choiceLines({ photos, strip }: ThingChoice, locale: Locale): readonly string[] {
  const lines = photos.map(({ photo, titles, picked }) => {
    const names = titles.map(
      (title, i) =>
        `${i + 1} ${title[locale]}${picked.includes(i) ? { ko: ' (지금)', en: ' (now)' }[locale] : ''}`,
    );
    const option = `--pick ${','.repeat(photo)}`;
    return {
      ko: `사진 ${photo + 1}에서 ${titles.length}개를 찾았어요: ${names.join(', ')}. 다른 것을 쓰려면 ${option}번호, 모두 쓰려면 ${option}0`,
      en: `${titles.length} things were found in photo ${photo + 1}: ${names.join(', ')}. To use another: ${option}NUMBER; to use all: ${option}0`,
    }[locale];
  });
  return [...lines, `  ${strip.path}`];
}

/**
 * Ads as programs read them: one object. `layout`, `recipe` and `report` are the first ad's; `ads` has all of them.
 */
export function adsAsJson(ads: readonly AdResult[], locale: Locale): Readonly<Record<string, unknown>> {
  const shown = ads.map(({ image, loops, layout, reasoning, warnings, choice, recipe, report }) => ({
    image: {
      path: image.path,
      width: image.width,
      height: image.height,
      origin: image.origin,
      ...defined({ files: image.files, place: recipe.request.place, page: recipe.request.page?.number }),
    },
    layout: { ...layout, reasoning: reasoning.map((each) => each[locale]) },
    warnings: warnings.map((each) => each[locale]),
    ...defined({ motions: loops, choice: choice && choiceAsJson(choice, locale) }),
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

function choiceAsJson({ photos, strip }: ThingChoice, locale: Locale): object {
  return {
    photos: photos.map(({ photo, titles, picked }) => ({
      photo: photo + 1,
      things: titles.map((title) => title[locale]),
      picked: picked.map((i) => i + 1),
    })),
    strip: strip.path,
  };
}
