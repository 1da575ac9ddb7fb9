/**
 * Text that people wrote, to be shown as they wrote it: it is not bold, no heading, no list, no link, mentions nobody.
 * Discord drops a backslash before any punctuation (https://discord.com/developers/docs/reference#message-formatting).
 */
export function plain(text: string): string {
  return text.replaceAll(/[\\*_~|`<>[\]()#@:+-]|(?<=^\s*\d+)\./gmu, '\\$&');
}
