import type { LocalizedText } from '../../ad/locale.ts';
import { OutageError } from '../../errors/outage-error.ts';
import { UserError } from '../../errors/user-error.ts';

/** Why a request is not carried out. */
export type FailureKind =
  /** Its `Host` is none of ours: a name that was made to point here. */
  | 'host'
  /** It comes from another site's page, or without the page's own token. */
  | 'origin'
  /** Nobody has signed in. */
  | 'password'
  /** There is no such thing, or none that they may see. */
  | 'unknown'
  | 'too-large'
  | 'too-many'
  /** What was asked for is wrong, and its words say how. */
  | 'mistake'
  | 'transient'
  | 'bug';

const STATUS: { readonly [kind in FailureKind]: number } = {
  host: 421,
  origin: 403,
  password: 401,
  unknown: 404,
  'too-large': 413,
  'too-many': 429,
  mistake: 400,
  transient: 503,
  bug: 500,
};

const WORDS: { readonly [kind in FailureKind]: LocalizedText } = {
  host: {
    ko: '이 주소로는 열 수 없어요. WEB_URL에 적은 주소로 열어 주세요.',
    en: 'This page is not served under that address. Use the one that WEB_URL names.',
  },
  origin: {
    ko: '이 페이지에서 보낸 것이 아니에요. 새로 고치고 다시 해 주세요.',
    en: 'That did not come from this page. Reload it and try again.',
  },
  password: { ko: '비밀번호가 필요해요.', en: 'This needs the password.' },
  unknown: { ko: '찾을 수 없어요.', en: 'There is nothing here.' },
  'too-large': { ko: '보낸 것이 너무 커요.', en: 'That is too large.' },
  'too-many': { ko: '너무 빨라요. 잠시 뒤 다시 해 주세요.', en: 'That is too fast. Try again in a moment.' },
  mistake: { ko: '다시 확인해 주세요.', en: 'Please check what was sent.' },
  transient: {
    ko: '지금은 처리할 수 없어요. 잠시 뒤 다시 시도해 주세요.',
    en: 'This is not possible right now. Please try again in a little while.',
  },
  bug: {
    ko: '예상하지 못한 문제가 생겼어요. 운영자에게 알려 주세요.',
    en: 'Something unexpected went wrong. Please tell whoever runs this bot.',
  },
};

/** A request that is not carried out, with what its person is told. */
export class WebFailure extends Error {
  readonly kind: FailureKind;
  readonly words: LocalizedText;

  constructor(kind: FailureKind, words: LocalizedText = WORDS[kind], options: ErrorOptions = {}) {
    super(`${kind}: ${words.en}`, options);
    this.name = 'WebFailure';
    this.kind = kind;
    this.words = words;
  }

  /** Of HTTP. */
  get status(): number {
    return STATUS[this.kind];
  }
}

/** What an error means for whoever has asked. */
export function failureOf(error: unknown): WebFailure {
  if (error instanceof WebFailure) return error;
  if (error instanceof UserError) {
    const kind = error.code === 'job-unknown' ? 'unknown' : 'mistake';
    return new WebFailure(kind, { ko: error.in('ko'), en: error.in('en') }, { cause: error });
  }
  return new WebFailure(error instanceof OutageError ? 'transient' : 'bug', undefined, { cause: error });
}

export function isFailure(error: unknown, ...kinds: readonly FailureKind[]): error is WebFailure {
  return error instanceof WebFailure && kinds.includes(error.kind);
}
