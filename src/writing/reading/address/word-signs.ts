import type { Eojeol } from '../../../language/morphology/eojeols.ts';

/** What an ad is made of, and what a designer is spoken to about. Nouns. */
const DESIGN =
  /^(?:글씨체?|글자|폰트|글꼴|서체|제목|타이틀|헤드|그림체|화풍|헤드라인|문구|글귀|카피|멘트|본문|텍스트|배경|바탕|느낌|분위기|무드|감성|컨셉|톤|색|색깔|색상|색감|컬러|내용|[가-힣]{1,3}색|배색|로고|사진|그림|이미지|일러스트|이모티콘|이모지|아이콘|캐릭터|삽화|모델|버튼|정렬|레이아웃|구도|여백|테두리|디자인|시안|포스터|전단지?|배너|광고|홍보물|현수막|썸네일|단어|표현|말투?|얘기|이야기|언급|지도|가독성|화면|자리|사람|얼굴)$/u;

/** Of these a noun right before says what is shown. */
export const PICTURED =
  /^(?:사진|그림|이미지|일러스트|아이콘|캐릭터|삽화|모델|얼굴|로고|얘기|이야기|언급|단어|표현|말)/u;

const isNoun = (tag: string): boolean => tag.startsWith('NN');

export const isDesign = ({ text, morphemes }: Eojeol): boolean =>
  morphemes.some(({ text: noun, tag }) => isNoun(tag) && DESIGN.test(noun)) ||
  DESIGN.test(text.replace(/(?:은|는|이|가|을|를|도|만|으로|로|에|의)$/u, ''));

/** Asks somebody to do something for the speaker: 주세요, 주시고, 부탁드려요, 좋겠어요, 원해요. */
const REQUEST =
  /(?:주(?:세|시|셔|실|십)|두(?:세|셔|시)|[가-힣]줘|줄래|달라|부탁|원해|원합|바라|바랍|바래|좋겠|좋을\s?[것거]|좋을거|했으면|었으면|았으면)/u;

export const requests = ({ text, morphemes }: Eojeol): boolean =>
  !/주(?:시)?면$/u.test(text) &&
  (REQUEST.test(text) || morphemes.some(({ text: stem, tag }) => tag === 'VX' && stem === '주'));

/** Forbids or leaves out: 쓰지 말고, 크지 않게, 안 나오게, 빼고, 없이. */
export const forbids = ({ text, morphemes }: Eojeol): boolean =>
  /(?:말고|말아|마세요|마시고|않게|않도록|빼고|빼|없이|없게)(?:[가-힣]{0,4})$/u.test(text) ||
  morphemes.some(({ text: stem, tag }) => tag === 'VX' && stem === '말');

/** How it is to be: 크게, 고급지게, 보이도록, 왼쪽으로, 고급스럽되, 똑같이. */
export function tellsHow({ text, morphemes }: Eojeol): boolean {
  const said = morphemes.filter(({ tag, text: part }) => !(tag === 'JX' && /^(?:요|만)$/u.test(part)));
  const last = said.at(-1);
  if (last === undefined) return false;
  if (/^E[CF]$/.test(last.tag) && /^(?:게|도록|되)$/u.test(last.text)) return true;
  if (last.tag === 'JKB' && /^(?:으로|로|처럼)$/u.test(last.text)) return true;
  return /(?:하|스럽|롭|지|있|나|크|얇|굵)게(?:요|만요)?$/u.test(text) || /^(?:똑같이|비슷하게)/u.test(text);
}

/** Says more of what stands behind it: 귀여운, 따뜻하면서도, 너무, 근데. */
export function modifies({ text, morphemes }: Eojeol): boolean {
  const last = morphemes.filter(({ tag }) => tag !== 'JX').at(-1);
  if (last === undefined) return false;
  if (/^(?:ETM|MM|MAG|MAJ|JKG|IC)$/.test(last.tag)) return true;
  const isState = morphemes.some(({ tag }) => tag === 'VA' || tag === 'XSA');
  return (
    (isState && last.tag === 'EC') ||
    /^(?:것|거|추가|다른|딴|나머지|그|외|그외|이외|불필요한)$/u.test(text) ||
    tellsHow({ text, morphemes, start: 0, end: 0 }) ||
    /^같은/u.test(text)
  );
}

/** Whether a word tells what something does, before a noun: '눈 내리는'. */
export const actsOn = ({ text, morphemes }: Eojeol): boolean =>
  !/^(?:알리|소개|홍보|모집|파는|하는|담은|위한|관한)/u.test(text) &&
  morphemes.at(-1)?.tag === 'ETM' &&
  morphemes.some(({ tag }) => tag === 'VV' || tag === 'VX');

/** A verb that leads on to the reason or way of the next: 없으니까, 처음이라, 써보는데. */
export const leadsOn = ({ morphemes }: Eojeol): boolean => {
  const last = morphemes.filter(({ tag }) => tag !== 'JX').at(-1);
  return last?.tag === 'EC';
};

/** What a shop tells its customers, also where they are asked for something. */
export const OF_A_SHOP =
  /무료|할인|증정|예약|배송|시공|촬영|수업|(?<!부탁)드려요|(?<!부탁)드립니다|드림|가능|불가|포함|별도|문의|전화|방문|양해|확인|참고|이해|주의|신청|가져|챙겨|지참|맡겨|주문|입장|주차|연락\s?주|보내\s?주|사진\S{0,2}\s(?:보내|주(?:세|시)|찍)/u;
