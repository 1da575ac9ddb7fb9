/** What only says that a list follows: a list's goods are what is sold, and not 'menu'. */
const GENERIC =
  /(?:메뉴판?|신메뉴|가격표?|요금표?|단가표?|시술표|차림표|시세표?|라인업|시간표|스페셜|추천|안내)$|\b(?:menu|specials?|price\s?list|prices|pricing|rates|services|treatments|line-?up|board)$/iu;

/** Titles that need no mark behind them. */
export const UNMARKED_TITLE =
  /(?:오늘의?|이달의?|이번\s?주|금주의?|대표|추천|인기|점심|저녁|시그니처)\s?(?:메뉴|스페셜|추천\s?메뉴)|메뉴판|가격표|차림표|요금표|시술표/u;

/** Whether a statement is the title of a list, and names nothing that is sold. */
export const isListTitle = (text: string): boolean => GENERIC.test(text) || UNMARKED_TITLE.test(text);
