import { writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { again, type Judged, type Refused } from './judge.ts';
import { remarksOn } from './remarks.ts';
import { REQUESTS } from './requests.ts';

const STYLE = `body{font:14px/1.5 system-ui,sans-serif;margin:24px;background:#fff;color:#222}
h2{font-size:16px;margin:32px 0 8px}
.row{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}
figure{margin:0;width:220px}
img{width:220px;height:auto;display:block;background:#eee}
figcaption{font-size:12px;color:#555}
b{color:#222}
.fault{color:#b00020}
.remark{color:#8a5a00}
.refused{width:220px;padding:12px;box-sizing:border-box;border:1px dashed #bbb;color:#777;font-size:12px}`;

/** A page of ads, request by request, with what was measured of each; pictures are loaded as they come into view. */
export async function writePage(
  path: string,
  ads: readonly Judged[],
  refused: readonly Refused[],
): Promise<void> {
  const all = [...ads, ...refused];
  const sections = REQUESTS.flatMap(({ text }, request) => {
    const own = all.filter((one) => one.request === request);
    if (own.length === 0) return [];
    const sorted = own.toSorted(
      (a, b) => a.family.key.localeCompare(b.family.key) || a.format.key.localeCompare(b.format.key),
    );
    const figures = sorted.map((one) => (one.refused === undefined ? shown(one, path) : notShown(one)));
    return [`<h2>${request + 1}. ${escaped(text)}</h2><div class="row">${figures.join('\n')}</div>`];
  });
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ads by design family</title><style>${STYLE}</style>
<h1>Ads by design family</h1><p>${ads.length} ads, ${refused.length} refused.</p>
${sections.join('\n')}</html>\n`;
  await writeFile(path, html);
}

function shown(one: Judged, page: string): string {
  const { family, format, material, picture, composition, violations } = one;
  const { ratio, hero, white, disharmony, contrast, smallest } = composition;
  const measures = [
    `ratio ${ratio.toFixed(1)}`,
    ...(hero === undefined ? [] : [`hero ${(100 * hero).toFixed(0)} %`]),
    `white ${(100 * white).toFixed(0)} %`,
    `hues off ${disharmony.toFixed(0)}°`,
    `contrast ${contrast.toFixed(1)}`,
    `smallest ${(100 * smallest).toFixed(1)} %`,
  ];
  const source = relative(dirname(page), picture).split('\\').join('/');
  const size = `width="${format.width}" height="${format.height}"`;
  const faults = violations.map(({ rule, what }) => `<div class="fault">${rule}: ${escaped(what)}</div>`);
  const remarks = remarksOn(composition).map((remark) => `<div class="remark">${escaped(remark)}</div>`);
  return `<figure title="${escaped(again(one))}"><img loading="lazy" ${size} src="${escaped(source)}" alt="">
<figcaption><b>${family.key}</b> ${format.key} ${material}<br>${measures.join(' · ')}${[...faults, ...remarks].join('')}</figcaption></figure>`;
}

const notShown = ({ family, format, material, refused }: Refused): string =>
  `<div class="refused"><b>${family.key}</b> ${format.key} ${material}<br>refused: ${escaped(refused)}</div>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
