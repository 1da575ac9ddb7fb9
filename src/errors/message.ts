interface Message<P> {
  readonly ko: (params: P) => string;
  readonly en: (params: P) => string;
}

/** Makes the two languages of a message take the same parameters. */
export function message<P = Record<never, never>>(
  ko: (params: P) => string,
  en: (params: P) => string,
): Message<P> {
  return { ko, en };
}
