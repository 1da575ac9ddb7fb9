import type { LocalizedText } from '../../ad/locale.ts';
import type { PagesAsked } from '../../ad/page.ts';
import { checkLength } from '../../ad/parse/request-fields.ts';
import type { ReplyIntent } from '../../ad/reply-intent.ts';
import type { AdRequest } from '../../ad/request.ts';
import { UserError } from '../../errors/user-error.ts';
import type { Reply } from '../../jobs/delivery/reply.ts';
import type { Job } from '../../jobs/job/job.ts';
import { cleanText } from '../../text/clean-text.ts';
import type { JobAccess } from './job-access.ts';
import type { Member } from './member.ts';
import type { Option, Options, OptionValue, OptionValues, ValuesOf } from './option.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { WorkspaceSettings } from './workspace-settings.ts';

/** A request once for each of its files: pages, and places. @throws UserError for a place that there is not */
export type PagesOf = (
  request: AdRequest,
  asked: { readonly pages?: PagesAsked; readonly places: readonly string[] },
) => Promise<readonly AdRequest[]>;

/** What somebody wants who answers an ad. @param shown that ad's request; absent = they answer something else */
export type IntentOf = (text: string, shown?: string) => Promise<ReplyIntent>;

/** What a command works with. */
export interface CommandContext {
  /** Jobs as the member may deal with them, from where they are. */
  readonly jobs: JobAccess;
  readonly vocabulary: Vocabulary;
  readonly settings: WorkspaceSettings;
  readonly member: Member;
  readonly pagesOf: PagesOf;
  readonly intentOf: IntentOf;
  /** Every command, for help. */
  readonly commands: readonly Command[];
}

/** How the bot answers a command, an action or a reaction. */
export type Answer =
  /** A job was written down; its message follows from the outbox. */
  | { readonly kind: 'job'; readonly job: Job }
  /** A message that shows a job follows from the outbox. */
  | { readonly kind: 'job-message'; readonly job: string }
  /** To be said at once; `wrong` is the code of what went wrong, where that is what it says. */
  | { readonly kind: 'reply'; readonly reply: Reply; readonly wrong?: string }
  /** Nothing is said: the reaction was not meant for the bot, or a message shows it already. */
  | { readonly kind: 'none' };

/** A command as adapters see it. */
export interface Command {
  /** Lower-case Latin: `make`. */
  readonly name: string;
  /** Help lists the lowest first; those that have the same by their names. */
  readonly order: number;
  /** Its Korean name. */
  readonly ko: string;
  readonly description: LocalizedText;
  /** Who its answer is for: all who are there, or the person who asked alone. What went wrong is for them alone. */
  readonly audience: 'everyone' | 'asker';
  readonly options: Options;
  /** @throws UserError for values that the options do not take, and whatever the command refuses */
  run(values: OptionValues, context: CommandContext): Promise<Answer>;
}

interface CommandDefinition<O extends Options> {
  readonly name: string;
  readonly order: number;
  readonly ko: string;
  readonly description: LocalizedText;
  readonly audience: Command['audience'];
  readonly options: O;
  run(values: ValuesOf<O>, context: CommandContext): Promise<Answer>;
}

/** One command for every platform. What `run` is handed follows from the options. */
export function defineCommand<const O extends Options>(definition: CommandDefinition<O>): Command {
  const { options } = definition;
  return {
    ...definition,
    run: async (values, context) => {
      const checked = Object.entries(options).map(([name, option]) => [
        name,
        check(name, option, values[name]),
      ]);
      // Each value was just checked against its option, from which its type follows.
      return definition.run(Object.fromEntries(checked) as ValuesOf<O>, context);
    },
  };
}

function check(name: string, option: Option, value: OptionValue | undefined): OptionValue | undefined {
  if (value === undefined || value === '') {
    if (option.required === true) throw new UserError('option-missing', { option: name });
    return undefined;
  }
  const refuse = (expected: string): UserError =>
    new UserError('option-value', { option: name, value: shown(value), expected });
  switch (option.kind) {
    case 'text': {
      if (typeof value !== 'string') throw refuse('text');
      const text = cleanText(value);
      checkLength(text, option.max, option.multiline === true ? undefined : name);
      return text === '' && option.required !== true ? undefined : text;
    }
    case 'name':
    case 'job':
      if (typeof value !== 'string') throw refuse('text');
      return cleanText(value);
    case 'choice':
      if (!option.choices.some((choice) => choice.value === value)) {
        throw refuse(option.choices.map((choice) => choice.value).join(', '));
      }
      return value;
    case 'flag':
      if (typeof value !== 'boolean') throw refuse('yes, no');
      return value;
    case 'number':
      if (!fits(option, value)) throw refuse(`${option.min}–${option.max}`);
      return value;
    case 'photos':
      if (!Array.isArray(value)) throw refuse('photos');
      if (value.length > option.max) throw new UserError('too-many-photos', { max: option.max });
      return value;
  }
}

function fits({ min, max, integer }: Option & { kind: 'number' }, value: OptionValue): boolean {
  return typeof value === 'number' && value >= min && value <= max && (!integer || Number.isInteger(value));
}

function shown(value: OptionValue): string {
  return typeof value === 'object' ? `${value.length}` : String(value);
}
