import { parseRequest } from '../ad/parse/parse-request.ts';
import { requestInput } from '../ad/parse/request-options.ts';
import type { Vocabulary } from './command/vocabulary.ts';
import { settingsSchema } from './command/workspace-settings.ts';

/** With a place, a shape, a price and a wish for motion: as much as a request may ask to be looked at. */
const EXAMPLES = [
  '카페 신메뉴 딸기라떼 4,500원, 인스타 스토리용 9:16 세로 배너로 움직이게 만들어줘',
  'Create a 728x90 banner for our new strawberry latte $4.50, instagram story, moving, no text',
];

/** Compiles what the first requests would be held up by: the checks of what is given, and expressions. */
export function warmUp(vocabulary: Vocabulary): void {
  settingsSchema(vocabulary).safeParse({});
  // An expression is interpreted first and compiled where it is used again.
  for (const text of [...EXAMPLES, ...EXAMPLES])
    parseRequest(requestInput({ text }), vocabulary.requestRules);
}
