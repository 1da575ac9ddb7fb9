/** What a method of a service is handed besides its input. */
export interface ServiceRun {
  /** Fires when the caller no longer wants the result. */
  readonly signal: AbortSignal;
  /** Tells the caller something on the way. Plain data; bytes may be in it. */
  emit(event: unknown): void;
}

/** A method that runs in the engine process. Input and output are plain data; bytes may be in them. */
export type ServiceMethod<I, O> = (input: I, run: ServiceRun) => Promise<O>;

/** A module's methods. They keep what they loaded between calls. */
export type Service = Readonly<Record<string, ServiceMethod<never, unknown>>>;

export type InputOf<M> = M extends ServiceMethod<infer I, unknown> ? I : never;
export type OutputOf<M> = M extends ServiceMethod<never, infer O> ? O : never;
