/**
 * The text without the characters at its end that match; takes time by how many there are, where an expression that
 * ends in `+$` takes it by the square of a row of them anywhere.
 *
 * @param matches of one character, without `g`
 */
export function trimEndWhere(text: string, matches: RegExp): string {
  const characters = [...text];
  let end = characters.length;
  while (end > 0 && matches.test(characters[end - 1] ?? '')) end--;
  return characters.slice(0, end).join('');
}
