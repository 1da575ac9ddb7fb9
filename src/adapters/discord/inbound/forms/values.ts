import type { APIModalSubmission, ModalSubmitComponent } from 'discord.js';
import type { Command } from '../../../../conversation/command/define-command.ts';
import type { Option, OptionValue, OptionValues } from '../../../../conversation/command/option.ts';

/** What was filled in for a command, but for its photos. */
export function filledValues(submission: APIModalSubmission, { options }: Command): OptionValues {
  const fields = filledFields(submission);
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]) => {
      const field = fields.get(name);
      const value = field === undefined || option.kind === 'photos' ? undefined : fieldValue(option, field);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The ids of the files that were put into a form's field. */
export function filledFiles(submission: APIModalSubmission, name: string): readonly string[] {
  const field = filledFields(submission).get(name);
  return field !== undefined && 'values' in field ? field.values : [];
}

/** The fields of a form as they were filled in, by the names of options. */
export function filledFields({ components }: APIModalSubmission): ReadonlyMap<string, ModalSubmitComponent> {
  const fields = components.flatMap((component): readonly ModalSubmitComponent[] => {
    if ('component' in component) return [component.component];
    return 'components' in component ? component.components : [];
  });
  return new Map(fields.map((field) => [field.custom_id, field]));
}

/** What was filled in; undefined where nothing was. Files are told apart by the ids that they have. */
function fieldValue(option: Option, filled: ModalSubmitComponent): OptionValue | undefined {
  if ('values' in filled) {
    const [first] = filled.values;
    return option.kind === 'flag' && first !== undefined ? first === 'yes' : first;
  }
  if (typeof filled.value !== 'string' || filled.value.trim() === '') return undefined;
  if (option.kind !== 'number') return filled.value;
  const number = Number(filled.value);
  return Number.isFinite(number) ? number : filled.value;
}
