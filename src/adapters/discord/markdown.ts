/**
 * Text that people wrote, to be shown as they wrote it: it is not bold, no heading, no list, no link, mentions nobody.
 * Discord drops a backslash before any punctuation (https://discord.com/developers/docs/reference#message-formatting).
 */
export function plain(text: string): string {
  return text
    .replaceAll(/[\\*_~|`<>[\]()#@:+-]/g, '\\$&')
    .replaceAll(/^([^\S\n\r\u2028\u2029]*\d+)\./gm, '$1\\.');
}

/**
 * What somebody wrote, as they read it themselves: without mentions, and without the names that Discord writes for emoji
 * of servers (https://discord.com/developers/docs/reference#message-formatting).
 */
export function plainText(text: string): string {
  return text
    .replaceAll(/<(?:@[!&]?|#|a?:\w{1,32}:)\d{1,20}>/g, ' ')
    .replaceAll(/<t:-?\d{1,20}(?::\w)?>/g, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim();
}
