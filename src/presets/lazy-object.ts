/** A frozen object whose properties are made when they are first asked for, and then stay. */
export function lazyObject<T extends object>(makers: { readonly [key in keyof T]: (whole: T) => T[key] }): T {
  const whole = {} as T;
  for (const key of Object.keys(makers) as (keyof T)[]) {
    const get = memoized(() => makers[key](whole));
    Object.defineProperty(whole, key, { enumerable: true, get });
  }
  return Object.freeze(whole);
}

/** The value of `make`, made at the first call. */
export function memoized<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
