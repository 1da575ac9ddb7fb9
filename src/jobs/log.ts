/** What is logged: ids, counts, codes and times. Never what a person wrote, and never a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>> & {
  readonly err?: never;
};

/** Where the house's rooms tell the operator what happens. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string, error?: unknown): void;
  error(fields: LogFields, message: string, error?: unknown): void;
}
