/** The fields that may be undefined made optional, and never undefined where they are there. */
export type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * The fields that have a value, in their order: `{ ...always, ...defined({ sometimes }) }` has no key for what is
 * undefined. Null is a value.
 */
export function defined<const T extends object>(fields: T): Defined<T>;
export function defined(fields: object): object {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) kept[name] = value;
  return kept;
}
