import type { FactPattern } from './facts.ts';

/** As in Korean: it begins where its digits do. */
const NUMBER = String.raw`(?<!\d)\d+(?:,\d{3}){0,5}(?:\.\d+)?`;
const MONEY = String.raw`(?:[$€£₩]\s?${NUMBER}|${NUMBER}\s?(?:won|krw|usd|dollars?|euros?|pounds?)\b)`;
const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`;
const DATE = String.raw`(?:${MONTH}\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?${MONTH})`;
const WEEKDAY = `(?:mon|tues|wednes|thurs|fri|satur|sun)days?`;
const CLOCK = String.raw`(?:\d{1,2}(?::\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)|\d{1,2}:\d{2}|noon|midnight)`;
const TO = String.raw`\s?(?:–|-|to|until|till)\s?`;

const of = (source: string): RegExp => new RegExp(source, 'gi');

/** What there is in any text that has an English fact. */
export const ENGLISH_SIGNS = /[A-Za-z\d]/;

/** A sale of which nothing more is told: 'summer sale'. It counts where no figure does. */
export const ENGLISH_SALE: FactPattern = {
  kind: 'deal',
  pattern: of(
    String.raw`(?:(?<=\b(?<when>spring|summer|autumn|fall|winter|holiday|christmas|new year|weekend|clearance|end[- ]of[- ]season|year[- ]end|black friday|opening|anniversary|flash)\s)|(?<![-\w]|\b(?:for|on)\s))sale(?![-\w])`,
  ),
};

/** In the order in which they claim their place in the text. */
export const ENGLISH_FACTS: readonly FactPattern[] = [
  {
    kind: 'phone',
    pattern: of(String.raw`(?<!\d)(?:\+?\d{1,3}[-.\s])?\(?\d{2,4}\)?[-.\s]\d{3,4}[-.\s]\d{4}(?!\d)`),
  },
  { kind: 'link', pattern: of(String.raw`(?:https?:\/\/\S+|www\.\S+|(?<![\w.])@[\w.]{2,})`) },
  {
    kind: 'list-price',
    pattern: of(String.raw`(?:was|regular(?:ly)?|usually|normally|originally)\s(?<fact>${MONEY})`),
  },
  {
    kind: 'deal',
    pattern: of(
      String.raw`(?:up to\s)?${NUMBER}\s?%\s?(?:off|discount)|(?:up to\s)?${MONEY}\s(?:off|discount)|half[ -]price|buy (?:one|1|two|2|three|3),?\s?get (?:one|1|two|2)(?:\s(?:free|half price))?|bogo|[1-9]\s?\+\s?[1-9](?!\d)|(?:two|three|2|3) for (?:one|two|1|2|${MONEY})|free (?:shipping|delivery|entry|trial)`,
    ),
  },
  {
    kind: 'condition',
    pattern: of(
      `(?:on|for) (?:your|the) first (?:visit|order|class|purchase)|first[ -]time (?:guests|customers|visitors)|first visit|(?:for )?new (?:members|customers)|(?:for )?(?:students|members|seniors|families) only|with (?:any|every) (?:purchase|order|coffee|drink|meal)|orders? (?:over|above) ${MONEY}`,
    ),
  },
  {
    kind: 'extra',
    pattern: of(
      `free (?:parking|consultation|quote|tasting|refills?|wi-?fi|samples?|pickup)|same[ -]day (?:delivery|service|pickup)`,
    ),
  },
  { kind: 'gift', pattern: of(String.raw`free (?:[a-z]+\s){0,2}?[a-z]+(?=\s(?:with|for|when)\b)`) },
  // At the end of a clause; 'sugar free' offers nothing.
  { kind: 'extra', pattern: of(String.raw`(?<![a-z][\s-])free (?:[a-z]+\s)?[a-z]+(?=\s*(?:[,.!]|$))`) },
  {
    kind: 'price',
    pattern: of(
      String.raw`(?:(?:only|from|just|now|at)\s)?(?<fact>(?:from\s)?${MONEY}(?:\s?(?:each|per\s[a-z]+))?)`,
    ),
  },
  {
    kind: 'limit',
    pattern: of(
      `(?:first|only|limited to(?: the first)?) ${NUMBER}(?: (?:customers|guests|people|seats|orders|cups|boxes|spots|places|students|pieces))?|while (?:stocks|supplies) last|limited (?:time|quantity|seats)|${NUMBER} (?:seats|spots|places) (?:only|left)`,
    ),
  },
  {
    kind: 'period',
    needs: /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i,
    pattern: of(
      String.raw`(?:from\s|until\s|till\s|by\s|through\s|on\s|starting\s)?${DATE}(?:${TO}(?:${DATE}|\d{1,2}(?:st|nd|rd|th)?))?`,
    ),
  },
  {
    kind: 'period',
    pattern: of(
      String.raw`(?:today|tonight|this weekend|this week) only|(?:until|till|by|through|every|this|next|on|all)\s(?:${WEEKDAY}|weekend|week|month|year-end|${MONTH})|(?:today|weekends|weekdays) only|end of (?:the )?month|every (?:morning|afternoon|evening|night)|open daily|all (?:week|month|weekend)(?: long)?|every day|for (?:one|two|three|a|${NUMBER}) (?:days?|weeks?|months?)(?: only)?|${WEEKDAY}(?=\s(?:at\s|from\s)?\d)`,
    ),
  },
  {
    kind: 'time',
    pattern: of(
      String.raw`(?:from\s|at\s|until\s|by\s|after\s|before\s)?${CLOCK}(?:${TO}${CLOCK})?|24 hours|24\/7`,
    ),
  },
  {
    kind: 'place',
    pattern:
      /(?<!\d)\d+\s(?:[A-Z][a-z]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Boulevard|Blvd)\b\.?|(?<=\b(?:at|near|in|on)\s)(?:[A-Z][a-z]+[\s-]){0,3}(?:Station|Street|Road|Avenue|Square|Market|Mall|Plaza|Exit\s\d+)\b(?:,?\sExit\s\d+)?/gu,
  },
];
