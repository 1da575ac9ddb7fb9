interface Counting {
  readonly text: string;
  readonly run: number;
}

const NUMERAL = /^(?:한|두|세|네|다섯|여섯|반)$/u;
const COUNTER = /^(?:마리|판|그릇|잔|개|박스|상자|줄|조각|병|팩|묶음|쪽|송이|다발)$/u;

/** Whether a word only counts things, or is a thing that others are counted by: 마리, 그릇. */
export const isCounter = (text: string): boolean => COUNTER.test(text);

/** Whether two words say how many there are of a thing: 두 마리, 한 그릇. */
export const countsThings = (numeral: Counting | undefined, counter: Counting | undefined): boolean =>
  numeral !== undefined &&
  numeral.run === counter?.run &&
  NUMERAL.test(numeral.text) &&
  COUNTER.test(counter.text);
