/** Text for a field that Slack reads as mrkdwn: mentions nobody, links nowhere (https://docs.slack.dev/messaging/formatting-message-text). */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text for a field that Slack reads as Markdown: it is shown as it stands. */
export function markdown(text: string): string {
  return escaped(text)
    .replaceAll(/[\\`*_~[\]#|]/g, '\\$&')
    .replaceAll(/^([^\S\n\r\u2028\u2029]*)(\d+)([.)])/gm, '$1$2\\$3')
    .replaceAll(/^([^\S\n\r\u2028\u2029]*)([-+])/gm, '$1\\$2');
}

/**
 * What somebody wrote, as they read it themselves: links by their words, without mentions of people and without the
 * names that Slack writes for emoji. People's own signs come as entities, so no `<` stands inside of what one begins.
 */
export function plainText(text: string): string {
  return text
    .replaceAll(/<(?:https?|mailto|tel):[^|<>]*\|([^<>]*)>/g, '$1')
    .replaceAll(/<((?:https?|mailto|tel):[^<>]*)>/g, '$1')
    .replaceAll(/<#\w+\|([^<>]+)>/g, '#$1')
    .replaceAll(/<[@#!][^<>]*>/g, ' ')
    .replaceAll(/(?<![\p{L}\d]):[a-z][\w'+-]*:(?::skin-tone-\d:)?/gu, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim();
}

/** No longer than Slack takes, counted as it counts: in UTF-16 units. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
