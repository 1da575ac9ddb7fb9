/**
 * Blanks between what was typed without any: '꽈배기5개3천원팥도너츠는안팔아요'. A part of a text is looked at that is longer
 * than a word is; what stands there is left as it is, blanks apart.
 */
const TYPED_TOGETHER = /(?<!\S)[가-힣\d,.%~A-Za-z]{10,80}(?!\S)/gu;

const COUNTER =
  '(?:개입|개|마리|판|봉지|봉|박스|상자|팩|세트|병|잔|장|캔|송이|다발|그릇|줄|인분|켤레|벌|kg|g|ml|키로|근)';

/** What may stand right behind a sum and is said with it. */
const OF_SUM =
  '(?:이상|이하|미만|부터|까지|할인|적립|어치|상당|짜리|균일|당(?!일)|대|권|쿠폰|추가|입니다|이에요|예요|인데|이고|이며|이면|으로|에서|에|씩|만|선|정도|상품|은|는|이|을|의|도|행사|세일|특가)';

/** Where one statement ends and another begins, in order. */
const JOINTS: readonly RegExp[] = [
  new RegExp(String.raw`(?<=[가-힣]{2})(?=\d{1,4}${COUNTER}(?:\d|$))`, 'gu'),
  new RegExp(String.raw`(?<=\d${COUNTER})(?=\d{1,3}(?:,?\d{3})?(?:만|천)?원)`, 'gu'),
  new RegExp(String.raw`(?<=\d(?:만|천)?원)(?=[가-힣]{2})(?!${OF_SUM})`, 'gu'),
  /(?<=[가-힣][은는])(?=(?:안|못)[가-힣]{1,8}(?:요|니다)(?:\s|$))/gu,
  /(?<=(?:[가-힣]니다|[가-힣][아어해세돼]요))(?=[가-힣]{2})(?!라|만|하)/gu,
];

/** What a sum, a count of things or a comparison is typed together with, however short the word is. */
const SHORT_JOINTS =
  /(?<=\d(?:개|마리|판|봉|박스|팩|세트|병|잔|장|단|줄|인분|켤레|벌))(?=(?:만|천|[일이삼사오육칠팔구]천|[일이삼사오육칠팔구]?만\s?[일이삼사오육칠팔구]천)원)|(?<=[가-힣]말고)(?=[가-힣]{2})/gu;

/** A text with blanks where its words were typed without. */
export const setApart = (text: string): string =>
  text
    .replaceAll(SHORT_JOINTS, ' ')
    .replaceAll(TYPED_TOGETHER, (typed) =>
      /\d[만천]?원|니다.|요./u.test(typed)
        ? JOINTS.reduce((words, joint) => words.replaceAll(joint, ' '), typed)
        : typed,
    );
