import type { Segment } from '../statements/segment.ts';
import { englishClauses } from './english-clauses.ts';
import { type Utterance, utterancesOf } from './utterances.ts';

/** Words of a place that sells or does something, by how they end. */
const SHOP_KO =
  /(?:가게|수리점|전문점|[가-힣]점|[가-힣]{2}집|공방|식당|카페|학원|요가원|병원|의원|약국|마트|호텔|펜션|미용실|세탁소|정비소|공장|농원|목장|센터|스튜디오|[가-힣]{1,4}샵)$/u;

/** What says whose shop it is, where and how large, before the word for it. */
const LEADS_KO =
  /^(?:저희\S{0,2}|우리\S{0,2}|여기\S{0,2}|저는|제가|동네|작은|조그만|조그마한|새로|생긴|오래된|아버지\S{0,2}|어머니\S{0,2}|부모님\S{0,2}|남편\S{0,2}|하시는|하는|운영하는|[가-힣]{2,4}[가이])$/u;

const SHOP_EN = String.raw`(?:shop|store|bakery|caf[eé]|coffee\s(?:shop|house)|restaurant|studio|salon|groomers?|barbershop|barbers?|gym|bar|pub|florists?|clinic|garage|school|market|deli|diner|boutique|spa|practice|agency|bookstore|cleaners?|academy|truck|farm|nursery|butchers?|tailors?|bistro|kitchen|brewery|pharmacy|hotel|guesthouse)`;
const SMALL = String.raw`(?:(?:small|little|tiny|family|family-run|family-owned|local|new|independent|old|cozy|cosy|humble|neighbou?rhood)\s){0,3}`;

const ENGLISH = new RegExp(
  String.raw`^(?:(?:hi|hello|hey)[,!]?\s)?(?:(?:i|we)\s(?:run|own|operate|manage|have|opened)\s(?:an?\s|the\s)?${SMALL}(?<run>(?:[\w'’-]+\s){0,3}?${SHOP_EN})|(?:i|we)(?:['’]m|['’]re|\sam|\sare)\s(?:just\s)?(?:an?\s|the\s)${SMALL}(?<is>(?:[\w'’-]+\s){0,3}?${SHOP_EN})|${SMALL}(?<here>(?:[\w'’-]+\s){0,3}?${SHOP_EN})\shere)(?:\s(?:in|on|near|at|from|by)\s[\w\s'’]{1,40})?$`,
  'iu',
);

/** 'Not this, but that': both are told. */
const DENIED = /아니(?:고|구|라)요?$/u;

/** What shop its owner says that it is, in a sentence of its own: told only as its trade, of which `said` is the word. */
export function findIntroductions(text: string): readonly Segment[] {
  const korean = /[가-힣]{2}/u.test(text)
    ? utterancesOf(text).flatMap((utterance, index, all) =>
        DENIED.test(all[index - 1]?.words.at(-1)?.text ?? '') ? [] : koreanIntroduction(utterance),
      )
    : [];
  const english = englishClauses(text).flatMap(({ words, start, end }): Segment[] => {
    const groups = ENGLISH.exec(words)?.groups;
    const shop = groups?.run ?? groups?.is ?? groups?.here;
    if (shop === undefined) return [];
    const at = start + words.indexOf(shop);
    return [{ kind: 'trade', start, end, said: { start: at, end: at + shop.length } }];
  });
  return [...korean, ...english];
}

/** Where only words that lead stand before the shop, and a copula behind it. */
function koreanIntroduction({ words, start, end }: Utterance): readonly Segment[] {
  const last = words.at(-1);
  if (last === undefined || words.length > 6) return [];
  const shop = /^(?<name>[가-힣]{2,10}?)(?:이에요|예요|에요|입니다|인데요?|이?고요|이고|이?구요)$/u.exec(
    last.text,
  )?.groups?.name;
  if (shop === undefined || !SHOP_KO.test(shop)) return [];
  let from = words.length - 1;
  while (from > 0 && words[from - 1]?.morphemes.every(({ tag }) => /^NN/.test(tag)) === true) {
    if (LEADS_KO.test(words[from - 1]?.text ?? '')) break;
    from -= 1;
  }
  const lead = words.slice(0, from);
  const isLed = lead.length > 0 && lead.every(({ text }) => LEADS_KO.test(text));
  if (!isLed && !(lead.length === 0 && words.length === 1)) return [];
  return [
    {
      kind: 'trade',
      start,
      end,
      said: { start: words[from]?.start ?? last.start, end: last.start + shop.length },
    },
  ];
}
