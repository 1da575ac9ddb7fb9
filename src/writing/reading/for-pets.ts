import type { TradeMatch } from './match-trades.ts';
import type { TradeWords } from './trade-words.ts';

/** Large classes of places that are for people, unless their animals come. */
const FOR_PEOPLE = new Set(['예술·스포츠', '교육', '수리·개인']);

/** Whether a place is for the animals that stand before its name: '강아지 수영장'. */
export const isForPets = (pet: TradeMatch, place: TradeMatch, { classes }: TradeWords): boolean =>
  pet.meanings.every((one) => one.is === 'goods' && one.key === 'pet-grooming') &&
  place.meanings.every((one) => one.is !== 'act' && FOR_PEOPLE.has(classes.get(one.key)?.large ?? ''));
