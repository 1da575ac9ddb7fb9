/** Places that shops give as theirs when said with 에서, 점, 본점 and the like. */
const TOWNS =
  '서울|부산|대구|인천|광주|대전|울산|세종|수원|성남|용인|고양|부천|안양|안산|화성|평택|김포|파주|의정부|남양주|하남|춘천|원주|강릉|속초|청주|충주|천안|아산|전주|군산|익산|목포|여수|순천|포항|경주|구미|안동|창원|김해|진주|통영|거제|제주|서귀포|판교|분당|일산|동탄|송도|홍대|강남|신촌|이태원|성수|연남|망원|합정|잠실|건대|종로|명동|을지로|압구정|가로수길|해운대|광안리|서면|남포동|동성로';

/** Words that end like a place and are none. */
const NOT_PLACES =
  /(?:지역|구역|영역|번역|미역|무역|면역|통역|이동|운동|활동|행동|감동|자동|작동|냉동|아동|진동|공동|노동|변동|우동|충동|연동|친구|가구|도구|연구|전구)$/;

const STATION = String.raw`[가-힣]{2,6}역(?:\s?\d{1,2}번\s?출구)?(?:\s?(?:앞|옆|근처|도보\s?\d+분))?`;
const ADDRESS = String.raw`[가-힣]{1,4}(?:특별시|광역시|시|군|구)(?:\s[가-힣0-9]{1,8}(?:구|동|읍|면|로|길)(?![가-힣]))+(?:\s?\d+(?:번길)?(?:\s?\d+(?:-\d+)?)?)?|[가-힣0-9]{2,8}(?:로|길)\s\d+(?:번길\s?\d+)?(?:-\d+)?`;
const QUARTER = String.raw`[가-힣]{2,4}동(?=[에은의,.\s]|$)`;
const BRANCH = String.raw`(?:[가-힣A-Z]{2,8}(?:본점|지점|직영점|호점)|(?:${TOWNS})(?:역|동)?점)(?=[에은의이,.\s]|$)`;
const TOWN = String.raw`(?:${TOWNS})(?=\s?(?:에서|에\s|매장|본점|지점))`;

const PLACE = new RegExp(`(?<![가-힣A-Za-z0-9])(?:${ADDRESS}|${STATION}|${BRANCH}|${QUARTER}|${TOWN})`, 'g');

/** Where in a Korean text places are named, by the forms of addresses, stations, quarters and branches. */
export function findPlaces(text: string): readonly { text: string; start: number; end: number }[] {
  const places = [];
  for (const match of text.matchAll(PLACE)) {
    const [found] = match;
    if (NOT_PLACES.test(found.trim())) continue;
    places.push({ text: found.trim(), start: match.index, end: match.index + found.length });
  }
  return places;
}
