import type { Command } from '../../../../conversation/command/define-command.ts';
import type { Option, OptionValue, OptionValues } from '../../../../conversation/command/option.ts';
import type { Asker } from '../../identity.ts';
import type { Photos } from '../../photos.ts';

/** What was filled in for a command; nothing for a field that was left empty. */
export function filledValues(
  form: URLSearchParams,
  { options }: Command,
  photos: Photos,
  person: Asker,
): OptionValues {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]) => {
      const value =
        option.kind === 'photos'
          ? photoValue(form.getAll(name), photos, person)
          : fieldValue(option, form.get(name));
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function photoValue(ids: readonly string[], photos: Photos, person: Asker): OptionValue | undefined {
  return ids.length === 0 ? undefined : photos.of(ids, person);
}

function fieldValue(option: Option, filled: string | null): OptionValue | undefined {
  if (filled === null || filled.trim() === '') return undefined;
  if (option.kind === 'flag') return filled === 'yes' ? true : filled === 'no' ? false : filled;
  if (option.kind !== 'number') return filled;
  const number = Number(filled);
  return Number.isFinite(number) ? number : filled;
}
