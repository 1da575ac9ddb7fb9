import * as z from 'zod';
import type { OptionKind, Options, OptionValue } from '../../../../conversation/command/option.ts';
import { cleanText } from '../../../../text/clean-text.ts';
import { type SlackFile, slackFile } from '../../photos.ts';
import { VALUE } from './fields.ts';

/** What was filled in, by block: each holds one element. */
export const formState = z.object({
  values: z.record(
    z.string(),
    z.object({
      [VALUE]: z.object({
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
        files: z.array(slackFile).nullish(),
      }),
    }),
  ),
});

type State = z.output<typeof formState>;

type Read = (field: {
  readonly typed: string | undefined;
  readonly chosen: string | undefined;
}) => OptionValue | undefined;

const typed: Read = (field) => field.typed;
const chosen: Read = (field) => field.chosen;

/** How what was filled in becomes a value, for every kind of option; photos come as files. */
const READERS: { readonly [kind in OptionKind]: Read } = {
  text: typed,
  job: typed,
  choice: chosen,
  name: chosen,
  flag: (field) => (field.chosen === undefined ? undefined : field.chosen === 'yes'),
  number: (field) => (field.typed === undefined ? undefined : Number(field.typed)),
  photos: () => undefined,
};

/** What somebody has filled in for a command's options. */
export function filledValues(
  { values }: State,
  options: Options,
): { readonly values: Readonly<Record<string, OptionValue>>; readonly files: readonly SlackFile[] } {
  const read: Record<string, OptionValue> = {};
  const files: SlackFile[] = [];
  for (const [name, option] of Object.entries(options)) {
    const field = values[name]?.[VALUE];
    if (field === undefined) continue;
    files.push(...(field.files ?? []));
    const value = READERS[option.kind]({
      typed: cleanText(field.value ?? '') || undefined,
      chosen: field.selected_option?.value,
    });
    if (value !== undefined) read[name] = value;
  }
  return { values: read, files };
}
