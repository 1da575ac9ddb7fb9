import { html, raw } from 'hono/html';
import type { Locale, LocalizedText } from '../../../ad/locale.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { LABELS } from './labels.ts';
import { tokenField } from './page.ts';

interface Choice {
  readonly key: string;
  readonly names: LocalizedText;
}

interface AdjustPageParts {
  readonly base: string;
  readonly job: string;
  readonly title: string;
  readonly picture: number;
  readonly token: string;
  readonly locale: Locale;
  readonly isGuest: boolean;
  /** Names the saving of it. */
  readonly event: string;
  readonly designs: readonly Choice[];
  readonly places: readonly Choice[];
  readonly place: string | undefined;
}

/** Where an ad is laid out by hand. */
export function adjustPage(parts: AdjustPageParts): Html {
  const { base, job, title, picture, token, locale, isGuest, event, designs, places, place } = parts;
  const say = (name: keyof typeof LABELS): string => LABELS[name][locale];
  const tool = (name: 'smaller' | 'larger' | 'words' | 'undo' | 'redo', label: string, text?: string): Html =>
    html`<button type="button" data-tool="${name}" aria-label="${label}" title="${label}">${icon(name)}${text === undefined ? undefined : html`<span>${text}</span>`}</button>`;
  return html`${isGuest ? undefined : html`<p class="back"><a href="/ads/${job}">← ${title}</a></p>`}
  <h1>${say('adjust')}</h1>
  <p class="adjust-hint">${say('adjustHint')}</p>
  <noscript><p class="warnings">${say('adjustNoScript')}</p></noscript>
  <form id="adjust" class="adjust scripted" data-base="${base}" data-unsaved="${say('unsaved')}" data-words="${say('editWords')}"
    data-product="${say('product_')}" data-photo="${say('photo_')}" data-fine="${say('noFaults')}" data-saving="${say('saving')}"
    data-saved="${say('savedGuest')}" data-anyway="${say('saveAnyway')}" data-save="${say('saveAdjusted')}" data-own="${say('ownColours')}">
    ${tokenField(token)}
    <input type="hidden" name="picture" value="${picture}"><input type="hidden" name="event" value="${event}">
    <div class="bench" aria-busy="true">
      <div class="sheet"><img id="sheet" alt="${say('sheet')}"><div id="pieces" role="group" aria-label="${say('pieces')}"></div></div>
      <div class="bench-tools" role="toolbar" aria-label="${say('tools')}">
        ${tool('smaller', say('smaller'))}${tool('larger', say('larger'))}${tool('words', say('editWords'), say('editWords'))}
        <span class="gap"></span>${tool('undo', say('undo'))}${tool('redo', say('redo'))}
        <button type="button" class="quiet" data-tool="reset">${say('reset')}</button>
      </div>
      <p id="state" role="status"></p>
    </div>
    <div class="panel">
      <div id="faults" role="status" aria-live="polite"></div>
      ${menu('family', say('design'), designs, undefined, locale)}
      ${menu('place', say('place_'), places, place, locale)}
      ${
        designs.length === 0
          ? html`<p class="soft">${say('sceneFixed')}</p>`
          : html`<fieldset class="colours"><legend>${say('colours')}</legend>
        <label><input type="checkbox" id="own-colours"> ${say('ownColours')}</label>
        <span id="swatches" hidden><input type="color" value="#1f5c4d" aria-label="${say('colourFirst')}"><input type="color" value="#f4c542" aria-label="${say('colourSecond')}"></span>
      </fieldset>`
      }
      <details><summary>${say('why')}</summary><ul id="reasons" class="reasons"></ul></details>
      ${
        isGuest
          ? html`<input type="hidden" name="post" value="yes"><p class="soft">${say('postGuest')}</p>`
          : html`<label class="check"><input type="checkbox" name="post" value="yes" checked> ${say('post')}</label>`
      }
      <button class="primary" data-tool="save">${say('saveAdjusted')}</button>
    </div>
  </form>`;
}

function menu(
  name: string,
  label: string,
  choices: readonly Choice[],
  chosen: string | undefined,
  locale: Locale,
): Html | undefined {
  if (choices.length === 0) return undefined;
  const first = choices.some(({ key }) => key === chosen)
    ? undefined
    : html`<option value="">${LABELS.asItIs[locale]}</option>`;
  return html`<label class="field"><span>${label}</span><select id="choose-${name}" data-change="${name}">${first}
    ${choices.map(({ key, names }) => html`<option value="${key}" ${raw(key === chosen ? 'selected' : '')}>${names[locale]}</option>`)}</select></label>`;
}
