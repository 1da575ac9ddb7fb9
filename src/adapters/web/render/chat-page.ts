import { html, raw } from 'hono/html';
import type { Locale, LocalizedText } from '../../../ad/locale.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { LABELS } from './labels.ts';
import { tokenField } from './page.ts';

interface ChatPageParts {
  readonly locale: Locale;
  readonly token: string;
  /** Pieces of pages, from renderStored. */
  readonly messages: readonly string[];
  /** The fields of what else can be said of an ad. */
  readonly options: readonly Html[];
  /** Names this form: sent twice it is one event. */
  readonly event: string;
}

/** What somebody may begin with. */
const EXAMPLES: readonly LocalizedText[] = [
  { ko: '카페 신메뉴 딸기라떼 6,500원', en: 'New at our cafe: strawberry latte $6.50' },
  { ko: '미용실 여름 이벤트, 펌 30% 할인 (주말 제외)', en: 'Hair salon: 30% off perms, weekends excluded' },
  { ko: '꽃집 졸업 꽃다발 예약 받아요', en: 'Flower shop: order your graduation bouquet' },
];

/** The conversation, and where one writes. */
export function chatPage({ locale, token, messages, options, event }: ChatPageParts): Html {
  const label = (name: keyof typeof LABELS): string => LABELS[name][locale];
  return html`<h1 class="unseen">${label('chat')}</h1>
  <section class="welcome" ${raw(messages.length > 0 ? 'hidden' : '')}>
    <h2>${label('welcome')}</h2><p>${label('welcomeText')}</p>
    <ul class="examples scripted">${EXAMPLES.map((example) => html`<li><button type="button" data-example>${example[locale]}</button></li>`)}</ul>
    <ul class="later" aria-hidden="true"><li></li><li></li><li></li></ul><p><small>${label('later')}</small></p>
  </section>
  <ol id="messages" aria-live="polite" aria-label="${label('chat')}">${raw(messages.join('\n'))}</ol>
  <noscript><p class="warnings">${label('noScript')}</p></noscript>
  <p id="state" role="status" data-offline="${label('offline')}" data-not-sent="${label('notSent')}"></p>
  <form id="composer" method="post" action="/say" data-drop="${label('drop')}">
    ${tokenField(token)}<input type="hidden" name="event" value="${event}">
    <ul class="photos" data-for="photo" data-remove="${label('removePhoto')}" data-uploading="${label('uploading')}"></ul>
    <label class="unseen" for="text">${label('say')}</label>
    <textarea id="text" name="text" rows="1" maxlength="4000" placeholder="${label('placeholder')}"></textarea>
    <div class="tools">
      <label class="button scripted">${icon('photo')} ${label('photos')}
        <input type="file" accept="image/*" multiple data-upload="photo"></label>
      <label class="button scripted touch">${icon('camera')} ${label('camera')}
        <input type="file" accept="image/*" capture="environment" data-upload="photo"></label>
      <details class="options"><summary>${label('options')}</summary><div class="fields">${options}</div></details>
      <button class="primary send">${label('send')}</button>
    </div>
  </form>`;
}
