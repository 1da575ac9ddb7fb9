/** How English requests write what an ad may state. Sources of patterns that are put together where they are needed. */

/** It begins where its digits do, or a long row of digits would take time by the square of its length. */
export const NUMBER = String.raw`(?<![\d.,])\d+(?:,\d{3}){0,5}(?:\.\d+)?`;

/** Behind a figure in thousands that is no sum: a race, gold, a screen. */
export const NO_SUM = String.raw`(?![\s-]?(?:runs?|races?|fun\b|marathon|steps|gold|white|rose|yellow|rings?|necklaces?|chains?|bracelets?|earrings?|plated|tv|screens?|video|monitors?|displays?|projectors?|camera|footage|uhd|resolution|miles?|km|followers|subscribers|views|members|hz|bits?|resistor))`;

export const MONEY = String.raw`(?:(?:us|hk|nt|s)?[$€£₩¥]\s?${NUMBER}\s?k?\b|${NUMBER}\s?(?:원|won\b|krw\b|usd\b|eur\b|dollars?\b|bucks?\b|euros?\b|pounds?\b|yen\b))`;

export const COUNT = String.raw`(?:${NUMBER}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|an?\s(?:dozen|pair|set|box|bottle|bag|pack|tray|hundred)|half\sa\sdozen)`;

export const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`;

const ORDINAL = String.raw`\d{1,2}(?:st|nd|rd|th)?\b`;

/** 'May 3', '3rd of May', '12/24', '2026.12.24'; a year may follow. */
export const DATE = String.raw`(?:${MONTH}\s${ORDINAL}(?:,?\s20\d\d)?|${ORDINAL}\s(?:of\s)?${MONTH}(?:\s20\d\d)?|(?<![\d/.])(?:20\d\d[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\/\d{1,2})(?![\d/%]))`;

/** 'SAT maths' and 'sun hats' are no days. */
const NO_DAY = String.raw`(?!sat\s(?:prep\w*|maths?|tutor\w*|tests?|exams?|scores?|reading|writing|english|courses?)\b|sun\s?(?:cream|screen|block|hats?|glasses|loungers?|beds?|care|protection|dress\w*|shades?|umbrellas?|damage|spots?|lamps?|rooms?|tan\w*)\b)`;

const WEEKDAY = String.raw`${NO_DAY}(?:mon|tues?|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:days?)?\b\.?`;

export const DAYS = String.raw`(?:${WEEKDAY}|weekdays?\b|weekends?\b|(?:public|bank|national|school)\sholidays?\b|holidays\b|daily\b|every\s?day\b|today\b|tonight\b|tomorrow\b|most\s(?:days|mornings|evenings|weekends)\b|(?:this|next|every|each|all)\s(?:${WEEKDAY}|weekend|week|month|year|morning|afternoon|evening|night|summer|winter|spring|autumn|fall)\b|mornings\b|evenings\b|afternoons\b)`;

export const CLOCK = String.raw`(?:\d{1,2}(?:[:.]\d{2})?\s?(?:a\.m\.|p\.m\.|am\b|pm\b)|(?<![\d:])\d{1,2}:\d{2}(?![\d:])|noon\b|midnight\b|\d{1,2}\so'?clock\b)`;

/** Between the ends of a range. */
export const TO = String.raw`\s?(?:–|—|-|~|to|until|till|through|and)\s?`;

export const PHONE = String.raw`(?:(?<![\d-])(?:\+\d{1,3}[-.\s]?)?(?:\(\d{2,4}\)\s?|\d{2,4}[-.\s])?\d{3,4}[-.\s]\d{4}(?!\d)|(?<![\d-])0\d{4}[-.\s]\d{6}(?!\d))`;

export const STREET = String.raw`(?:street|st|road|rd|avenue|ave|lane|ln|boulevard|blvd|drive|square|plaza|mall|market|station|exit\s\d+|building|tower|arcade)`;

/** Where in a building. */
export const FLOOR = String.raw`(?:(?:lower\s|upper\s)?basement|upstairs|downstairs|(?:lower|upper|street|ground)\s(?:level|floor)|mezzanine|rooftop|rear(?:\sentrance)?|(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|top)\sfloor|(?:level|floor|unit|suite|shop|room|stall)\s\d{1,4}[a-z]?)\b`;

/** Words that end what a shop is called by its kind. */
export const SHOP = String.raw`(?:shop|store|place|salon|studio|clinic|company|restaurant|cafe|café|bakery|bistro|bar|pub|gym|academy|school|agency|centre|center|parlou?r|garage|laundromat|laundrette|hotel|motel|guesthouse|hospital|dentist|pharmacy|firm|barbershop|spa|workshop|boutique|deli|diner|eatery|florist|butcher|grocery|supermarket|nursery|brewery|business|team|practice|kindergarten|daycare|farm|cleaners|movers|optician)`;

export const anywhere = (source: string): RegExp => new RegExp(source, 'gi');
export const startsWith = (source: string): RegExp => new RegExp(`^(?:${source})`, 'iu');
