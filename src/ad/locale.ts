/** The languages that people are answered in. */
export type Locale = 'ko' | 'en';

/** One statement in both languages. Every text that a person reads is one of these. */
export interface LocalizedText {
  readonly ko: string;
  readonly en: string;
}

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/u;

/** The language that a text is written in: Korean when it holds any Hangul, else English. */
export function localeOf(text: string): Locale {
  return HANGUL.test(text) ? 'ko' : 'en';
}
