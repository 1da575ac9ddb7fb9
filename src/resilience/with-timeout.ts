/**
 * What the work comes to if it does so in time; else undefined, and it goes on unheeded. The process does not stay alive
 * for the sake of the waiting.
 *
 * @throws what the work throws in time
 */
export async function withTimeout<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds).unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds that anybody may be kept waiting for what their answer is only nicer with. */
export const PATIENCE = 8_000;

/** For what an answer is only nicer with: undefined where that takes too long. @throws what the work throws in time */
export function unlessSlow<T>(work: Promise<T>): Promise<T | undefined> {
  return withTimeout(PATIENCE, work);
}
