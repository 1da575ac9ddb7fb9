/**
 * A length of time as people say it, never shorter than it is: seconds up to a minute and a half, by fives; then
 * minutes; then hours.
 */
export function duration(milliseconds: number): { readonly ko: string; readonly en: string } {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds <= 90) return amount(seconds <= 5 ? seconds : Math.ceil(seconds / 5) * 5, '초', 'second');
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 90) return amount(minutes, '분', 'minute');
  return amount(Math.ceil(minutes / 60), '시간', 'hour');
}

function amount(count: number, ko: string, en: string): { readonly ko: string; readonly en: string } {
  return { ko: `${count}${ko}`, en: `${count} ${en}${count === 1 ? '' : 's'}` };
}
