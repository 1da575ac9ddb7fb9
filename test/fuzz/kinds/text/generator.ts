import type { Dice } from '../../dice.ts';
import { type Generator, type Input, jsonInput, jsonOf, textInput, textOf } from '../../input.ts';
import { mutateJson } from '../../mutate/json.ts';
import { PHRASES } from '../../mutate/phrases.ts';
import { inventText, mutateText } from '../../mutate/text.ts';

/** Ways by which a text comes in: as a request, as the words of a slot, as a name, as a line, or as arguments. */
const SLOTS = ['headline', 'sub', 'badge', 'price', 'cta', 'details'] as const;
const NAMES = ['industry', 'style', 'format', 'brand'] as const;
const TEXT_WAYS = ['ask', 'ask', 'ask', 'line', 'screen', ...SLOTS, ...NAMES] as const;

const ARGUMENTS: readonly (readonly string[])[] = [
  ['카페 신메뉴 딸기라떼', '--headline', '봄 한정', '--price', '5,500원', '--ratio', '4:5', '--seed', '3'],
  ['cafe', '--restyle', '--strength', '0.5', '--position', '0.2,0.3', '--variants', '2', '--locale', 'en'],
  [
    '꽃집',
    '--sub=오늘만',
    '--cta',
    '지금 주문',
    '--no-text',
    '--scale',
    '0.5',
    '--engine',
    'studio',
    '--json',
  ],
];

const REQUESTS = [
  '카페 신메뉴 딸기라떼 5,500원, 따뜻하고 아늑한 분위기, 매주 월요일 휴무',
  '봄봄꽃집 오픈 기념 전품목 20% 할인, 4월 10일부터 4월 20일까지, 예약 010-1234-5678',
  "Joe's bakery: sourdough $6.50, buy 1 get 1 free until Sunday, 12 Main Street, closed on Mondays",
  '네일샵 겨울 신상 젤네일 39,000원부터',
  'gym, new year membership, not for beginners, strong and dark',
];

export const textGenerator: Generator = {
  shapeOf: (way) => (way === 'arguments' ? 'json' : 'text'),
  isLive: (way) => way !== 'arguments',
  async seeds() {
    return [
      ...REQUESTS.map((text) => textInput('ask', text)),
      ...['history 5', 'make 카페 --ratio 4:5', 'brand --name "봄봄" --colours #ff0000', 'show 7k3f9q'].map(
        (line) => textInput('line', line),
      ),
      textInput('screen', REQUESTS[0] ?? ''),
      ...SLOTS.map((slot) => textInput(slot, '오늘만 5,500원')),
      textInput('industry', '카페'),
      textInput('style', 'anime'),
      textInput('format', '4:5'),
      textInput('brand', '봄봄꽃집'),
      ...ARGUMENTS.map((words) => jsonInput('arguments', words)),
    ];
  },
  mutate(input, dice, other) {
    if (input.way === 'arguments') return jsonInput('arguments', mutatedWords(input, dice));
    return textInput(input.way, mutateText(textOf(input), dice, textOf(other)));
  },
  invent(dice) {
    if (dice.chance(0.05))
      return jsonInput(
        'arguments',
        Array.from({ length: dice.length(500) }, () => dice.pick(PHRASES)),
      );
    return textInput(dice.pick(TEXT_WAYS), inventText(dice));
  },
};

/** Arguments are texts, whatever else a mutation makes of them. */
function mutatedWords(input: Input, dice: Dice): readonly string[] {
  const mutated = mutateJson(jsonOf(input), dice);
  const words = Array.isArray(mutated) ? mutated : [mutated];
  if (dice.chance(0.5)) words.splice(dice.below(words.length + 1), 0, dice.pick(PHRASES));
  // A shell hands over no NUL, and some 128 kB for one argument.
  return words.map((word) =>
    String(typeof word === 'object' ? JSON.stringify(word) : word)
      .replaceAll('\0', '')
      .slice(0, 131_072),
  );
}
