import { MAX_QR_BYTES } from '../ad/design-part.ts';
import type { LocalizedText } from '../ad/locale.ts';
import { MENU_TEXT } from '../ad/parse/parse-menu.ts';
import { TEXT_LIMITS } from '../ad/parse/request-limits.ts';
import type { AskedParts } from './actions.ts';

/** How a form asks for a part: at most 45 characters of title, 100 of hint. */
interface PartField {
  readonly title: LocalizedText;
  readonly hint: LocalizedText;
  /** Most letters. */
  readonly max: number;
  readonly multiline: boolean;
}

export const ASKED_PARTS = ['qr', 'badge', 'menu'] as const satisfies readonly (keyof AskedParts)[];

/** The fields of the form with an ad's parts. */
export const PART_FIELDS: { readonly [part in keyof AskedParts]: PartField } = {
  qr: {
    title: { ko: 'QR 코드', en: 'QR code' },
    hint: {
      ko: '넣을 링크나 글. 비우면 QR 코드가 없어져요.',
      en: 'A link or some text. Leave it empty for no QR code.',
    },
    max: MAX_QR_BYTES,
    multiline: false,
  },
  badge: {
    title: { ko: '배지', en: 'Badge' },
    hint: { ko: '혜택 한마디. 예: 1+1, 30% 할인', en: 'The offer in a few words, e.g. 1+1, 30% off' },
    max: TEXT_LIMITS.badge,
    multiline: false,
  },
  menu: {
    title: { ko: '메뉴', en: 'Menu' },
    hint: {
      ko: '한 줄에 “이름 가격”. 소제목은 #, 품절은 (품절)이라고 적어 주세요.',
      en: 'One “name price” per line. Start a heading with #, and end what is sold out with (sold out).',
    },
    max: MENU_TEXT,
    multiline: true,
  },
};
