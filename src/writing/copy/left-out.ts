import type { LocalizedText } from '../../ad/locale.ts';
import { TEXT_LIMITS } from '../../ad/parse/request-limits.ts';
import type { Statement } from '../../ad/statement.ts';
import { graphemeLength } from '../../text/graphemes.ts';
import { shorten } from '../../text/shorten.ts';
import { DETAIL_LETTERS } from './detail-lines.ts';

/** UTF-16 units of a statement that a warning quotes. */
const QUOTED = 120;

const quoted = ({ text }: Statement): string => `“${shorten(text, QUOTED)}”`;

/** What found no room, and what to shorten for it. */
export function leftOutWarnings(left: readonly Statement[], detailsGiven: boolean): readonly LocalizedText[] {
  const long = left.filter(({ text }) => graphemeLength(text, DETAIL_LETTERS) > DETAIL_LETTERS);
  const others = left.filter((statement) => !long.includes(statement));
  const names = others.map(quoted).join(', ');
  return [
    ...long.map((statement) => ({
      ko: `${quoted(statement)}: 한 줄에 넣기에는 길어요. ${DETAIL_LETTERS}자 안으로 줄이면 넣을 수 있어요.`,
      en: `${quoted(statement)} is too long for a line. Shorten it to ${DETAIL_LETTERS} characters to include it.`,
    })),
    ...(others.length === 0 ? [] : [detailsGiven ? besideOwn(names) : noRoom(names)]),
  ];
}

const noRoom = (names: string): LocalizedText => ({
  ko: `자리가 모자라 넣지 못한 내용이 있어요: ${names}. 안내를 모두 ${TEXT_LIMITS.details}자 안으로 줄이거나, 덜 중요한 내용을 빼 주세요.`,
  en: `There was no room for ${names}. Shorten the details to ${TEXT_LIMITS.details} characters in all, or leave out what matters less.`,
});

const besideOwn = (names: string): LocalizedText => ({
  ko: `안내 줄을 직접 정하셔서 넣지 않은 내용이 있어요: ${names}. 필요하면 안내 줄에 더해 주세요.`,
  en: `You set the details yourself, so these are not in the ad: ${names}. Add them to the details if you want them in it.`,
});
