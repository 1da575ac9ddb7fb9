import { extname } from 'node:path';
import { html } from 'hono/html';
import type { Locale } from '../../../ad/locale.ts';
import type { Reply, ReplyPicture } from '../../../jobs/delivery/reply.ts';
import { pictureNumber } from '../numbered-files.ts';
import type { Html } from './html.ts';
import { LABELS } from './labels.ts';

/** Where a file of an ad lies: by its job and its number there, never by its path. */
export function fileAddress(job: string, picture: number, file: string): string {
  return `/ads/${job}/${picture}/${file}`;
}

/** The pictures of an ad, each with a link to its page. Several stand side by side. */
export function pictures({ pictures: all, job = '', locale }: Reply): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<div class="pictures ${all.length > 1 ? 'several' : ''}">
    ${all.map((picture, i) => figure(picture, job, i, all.length > 1, locale))}
  </div>`;
}

function figure(picture: ReplyPicture, job: string, i: number, named: boolean, locale: Locale): Html {
  const { width, height, alt, loops = [] } = picture;
  const [loop] = loops;
  const source = fileAddress(job, i, 'picture');
  const image = html`<img src="${source}" width="${width}" height="${height}" alt="${alt}" decoding="async">`;
  return html`<figure>
    <a href="/ads/${job}#p${i}" class="picture" aria-label="${LABELS.open[locale]}: ${alt}">${image}</a>
    ${loop === undefined ? undefined : motion(loop, job, i, locale)}
    ${named ? html`<figcaption>${picture.name}</figcaption>` : undefined}
  </figure>`;
}

/** The ad in motion, where a browser shows it. */
function motion({ path, width, height, alt }: ReplyPicture, job: string, i: number, locale: Locale): Html {
  const source = fileAddress(job, i, pictureNumber('loop', 0));
  return extname(path) === '.mp4'
    ? html`<video src="${source}" width="${width}" height="${height}" controls loop muted playsinline aria-label="${alt}"></video>`
    : html`<details><summary>${LABELS.moving[locale]}</summary>
        <img src="${source}" width="${width}" height="${height}" alt="${alt}" loading="lazy"></details>`;
}

/** Every file of an ad, to be kept: by its place and kind. */
export function downloads({ pictures: all, job = '', locale }: Reply): Html | undefined {
  if (all.length === 0) return undefined;
  const rows = all.flatMap((picture, i) => {
    const { loops = [], documents = [] } = picture;
    const link = (file: string, path: string, what: string): Html => {
      const kind = extname(path).slice(1).toUpperCase();
      return html`<li><a href="${fileAddress(job, i, file)}?save" download>${kind}</a> <span>${what}</span></li>`;
    };
    return [
      link('picture', picture.path, `${picture.name} · ${picture.width}×${picture.height}`),
      ...loops.map(({ path, name }, k) => link(pictureNumber('loop', k), path, name)),
      ...documents.map((path, k) => link(pictureNumber('document', k), path, picture.name)),
    ];
  });
  return html`<details class="downloads"><summary>${LABELS.download[locale]}</summary><ul>${rows}</ul></details>`;
}
