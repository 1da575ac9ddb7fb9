import { graphemeLength } from '../../text/graphemes.ts';
import { DETAIL_LETTERS } from './detail-lines.ts';
import type { Ledger } from './ledger.ts';
import { boundText, lineText, rootText, type StatementGroup } from './statement-groups.ts';

/** Says by itself what it binds: '다른 할인과 중복 불가'. */
export const namesDeal = (group: StatementGroup): boolean =>
  /할인|쿠폰|중복|\b(?:offers?|discounts?|coupons?)\b/iu.test(boundText(group));

/** What binds a group whose root stands elsewhere: with the root again where it could be taken to bind another. */
export function bindingText(group: StatementGroup, ledger: Ledger): string {
  const whole = lineText(group);
  const { kind } = group.root;
  const alone =
    ledger.deals() <= 1 ||
    kind === 'product' ||
    kind === 'occasion' ||
    group.root.oldPrice !== undefined ||
    (kind === 'offer' && (ledger.deals('offer') <= 1 || namesDeal(group)));
  return alone || graphemeLength(whole, DETAIL_LETTERS) > DETAIL_LETTERS ? boundText(group) : whole;
}

/** Whether there is a line for each half of it, however many stand in the ad. */
export const isPrintable = (group: StatementGroup): boolean =>
  graphemeLength(rootText(group), DETAIL_LETTERS) <= DETAIL_LETTERS &&
  graphemeLength(boundText(group), DETAIL_LETTERS) <= DETAIL_LETTERS;
