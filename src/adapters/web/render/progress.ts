import { html } from 'hono/html';
import { encodeJpeg } from '../../../imaging/encode-jpeg.ts';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { Html } from './html.ts';
import { LABELS } from './labels.ts';

/** Longer side of a picture on its way, in pixels, and its quality: it is seen for a second. */
const PREVIEW_SIDE = 360;
const PREVIEW_QUALITY = 60;

/** How far a job is: a bar, its steps, and how the picture looks so far. */
export async function progress({ progress: made, title, locale }: Reply): Promise<Html | undefined> {
  if (made === undefined) return undefined;
  const { fraction, steps = [], preview } = made;
  const percent = Math.round(fraction * 100);
  const data =
    preview === undefined
      ? undefined
      : (await encodeJpeg(preview, PREVIEW_SIDE, PREVIEW_QUALITY)).toString('base64');
  return html`<div class="progress">
    <progress max="100" value="${percent}" aria-label="${title}">${percent}%</progress>
    ${
      steps.length === 0
        ? undefined
        : html`<ol class="steps">${steps.map((step) => html`<li class="${step.state}">${step.title}</li>`)}</ol>`
    }
    ${
      data === undefined
        ? undefined
        : html`<img class="preview" alt="${LABELS.previewOf[locale]}" src="data:image/jpeg;base64,${data}">`
    }
  </div>`;
}
