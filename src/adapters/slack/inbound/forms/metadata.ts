import * as z from 'zod';
import { defined } from '../../../../collections/defined.ts';
import type { PlatformEvent } from '../events.ts';

const metadata = z.object({
  channel: z.string(),
  thread: z.string().optional(),
  respond: z.object({ url: z.string(), until: z.number() }).optional(),
  /** Files that were there when the form was opened. */
  files: z.array(z.object({ id: z.string(), name: z.string().optional() })).optional(),
  /** Whose words are changed. */
  job: z.string().optional(),
  /** The message that it was opened from; forms that are open hold it under this name. */
  onMessage: z.string().optional(),
});

/** What a form remembers in its private_metadata: where it was opened, and what with. */
export type FormMetadata = Readonly<z.output<typeof metadata>>;

export function readMetadata(json: string): FormMetadata {
  return metadata.parse(JSON.parse(json));
}

/** What a form that is opened by an event remembers. */
export function writeMetadata(
  { channel, thread, respond, sourceMessage }: PlatformEvent,
  more: Pick<FormMetadata, 'files' | 'job'>,
): string {
  const written: FormMetadata = {
    channel,
    ...defined({ thread, respond, onMessage: sourceMessage }),
    ...more,
  };
  return JSON.stringify(written);
}
