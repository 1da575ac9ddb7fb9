/** Milliseconds before another try, which is the same event: however often it arrives it is carried out once. */
const PAUSES = [400, 1500, 4000];

/** What the server refuses, in its own words. */
export class Refused extends Error {}

/**
 * Sends a form. A line that breaks is tried again.
 *
 * @throws Refused; Error where the server cannot be reached
 */
export async function send(address: string, fields: URLSearchParams): Promise<void> {
  for (const pause of [...PAUSES, undefined]) {
    try {
      const response = await fetch(address, {
        method: 'POST',
        body: fields,
        headers: { accept: 'application/json' },
      });
      if (response.ok) return;
      if (response.status < 500) throw new Refused(await sentence(response));
      throw new Error(await sentence(response));
    } catch (error) {
      if (error instanceof Refused || pause === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

export async function sentence(response: Response): Promise<string> {
  const answer: unknown = await response.json().catch(() => undefined);
  const said = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : undefined;
  return typeof said === 'string' ? said : String(response.status);
}

/** The fields of a form as it is sent, and what was pressed. */
export function fieldsOf(form: HTMLFormElement, pressed?: HTMLElement | null): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  if (pressed instanceof HTMLButtonElement && pressed.name !== '') fields.append(pressed.name, pressed.value);
  return fields;
}
