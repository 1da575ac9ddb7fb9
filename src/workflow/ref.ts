/** An output that a node will have: what other nodes' inputs are wired to. */
export class Ref<T> {
  /** For the compiler alone: which type of value comes out. */
  declare readonly type: T;
  readonly node: number;
  readonly port: string;

  constructor(node: number, port: string) {
    this.node = node;
    this.port = port;
  }
}

/** What may be plugged into an input of type T: a value, an output of that type, or a list of either. */
type Wired<T> = T | Ref<T> | (T extends readonly (infer E)[] ? readonly Wired<E>[] : never);

/** Inputs by name, each a value or an output of an earlier node. */
export type WiredInputs<I> = { readonly [K in keyof I]: Wired<I[K]> };

/** A node's outputs by name. One that the node may leave out can be undefined. */
export type Refs<O> = { readonly [K in keyof O]-?: Ref<O[K]> };

/**
 * Handles for every output that is asked for by name; which names there are, the type says. They cannot be listed: who
 * wants some of them names them.
 */
export function refsOf<O extends object>(node: number): Refs<O> {
  return new Proxy({} as Refs<O>, {
    get: (_target, port) => (typeof port === 'string' ? new Ref(node, port) : undefined),
  });
}

/** All handles in wired inputs. */
export function refsIn(value: unknown): Ref<unknown>[] {
  if (value instanceof Ref) return [value];
  if (Array.isArray(value)) return value.flatMap(refsIn);
  return [];
}

/** Wired inputs with every handle replaced by its value. */
export function resolved(value: unknown, look: (ref: Ref<unknown>) => unknown): unknown {
  if (value instanceof Ref) return look(value);
  if (Array.isArray(value)) return value.map((part) => resolved(part, look));
  return value;
}

/** All handles in a structure of records and lists that holds nothing but handles. */
export function handlesIn(value: unknown): Ref<unknown>[] {
  if (value instanceof Ref) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(handlesIn);
}

/** The same structure with every handle replaced by its value. */
export function valuesOf(value: unknown, look: (ref: Ref<unknown>) => unknown): unknown {
  if (value instanceof Ref) return look(value);
  if (Array.isArray(value)) return value.map((part) => valuesOf(part, look));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, valuesOf(part, look)]));
}
