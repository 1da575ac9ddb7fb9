import * as z from 'zod';

const address = z.object({
  /** Whose page it is shown on. */
  person: z.string(),
  /** Whether it is kept without a message on that page. */
  quiet: z.boolean().optional(),
});

/** Where a message goes; a job message keeps it as JSON. */
export type Address = Readonly<z.output<typeof address>>;

export function readAddress(json: string): Address {
  return address.parse(JSON.parse(json));
}

export function writeAddress(value: Address): string {
  return JSON.stringify(value);
}
