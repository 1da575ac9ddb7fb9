import type { Eojeol } from '../../../language/morphology/eojeols.ts';

/** Whom a request is written to, and what is said to anybody. */
const GREETS =
  /^(?:디자이너님?|담당자님|작가님|선생님|사장님들?|봇님?|안녕\S*|안뇽\S*|하이|감사\S*|고맙\S*|고마워\S*|수고\S*|반갑\S*|반가\S*|넵|네네?)$/u;

/** How many words at the beginning greet. */
export function greetingOf(words: readonly Eojeol[]): number {
  const at = words.findIndex(({ text }) => !GREETS.test(text));
  return at < 0 ? words.length : at;
}

/** People that an owner says that he is. */
const PERSON = /(?:사장|주인|점주|점장|원장|실장|대표|알바생?|직원|담당자|매니저|사람|부부|초보|막내)$/u;

const ASKS = /(?:나요|[을ㄹ가-힣]까요|[은ㄴ가-힣]가요|되죠|는지요|려나요)$/u;
const ASKED_BY =
  /^(?:이거|이것|이게|이렇게|요거|여기\S{0,2}|누구\S{0,2}|어디\S{0,2}|뭐라고|뭐를|뭘|어떻게|어떤|언제\S{0,2}|얼마나|혹시)$/u;

/** Of a former ad: '지난번 시안 잘 받았습니다'. */
const FORMER = /^(?:지난번|저번|전번|지난달|먼젓번|예전|일전)/u;
const WORKED = /(?:시안|만들|작업|해\s?주신|해주신|맡|받았|보내|디자인|광고|포스터|전단|배너|좋았|예뻤)/u;

/** What a wish of the whole ad begins with: '목적은 신규 회원 모집이고'. */
const OF_THE_AD = /^(?:목적|목표|의도|타겟|타깃|컨셉|콘셉트|용도|업종|취지|타켓)(?:은|는|이)$/u;

/**
 * Whether an utterance tells the designer of its speaker: of himself, what he means to do, does not know or fears, asks
 * somebody, or had made before.
 */
export function isOwnerTalk(words: readonly Eojeol[]): boolean {
  const last = words.at(-1);
  const first = words[0];
  if (first === undefined || last === undefined) return false;
  const said = words.map(({ text }) => text).join(' ');
  if (OF_THE_AD.test(first.text) && /(?:고|구|요|다)$/u.test(last.text)) return true;
  if (
    !/(?:요|다|고|데|까|음)$/u.test(last.text) &&
    !last.morphemes.some(({ tag }) => /^(?:V|XSV|EF|EC)/.test(tag))
  )
    return false;
  if (isPerson(last)) return true;
  // '광고 처음 만들어봅니다'
  if (
    words.some(({ text }) => /^처음/u.test(text)) &&
    words.some(({ text }) => /^(?:광고|만들|써|디자인|홍보|이용해)/u.test(text))
  )
    return true;
  if (words.some(speaksOfSelf) && !/직접|손수|매일|드립니다|드려요/u.test(said)) return true;
  if (ASKS.test(last.text) && words.some(({ text }) => ASKED_BY.test(text))) return true;
  if (ASKS.test(last.text) && /(?:만들어|해|뽑아|그려)\s?주실\s?수/u.test(said)) return true;
  if (FORMER.test(first.text) && WORKED.test(said)) return true;
  if (isForShowing(words) || isOfPictures(words) || lacksCustomers(words) || isTooMuchSo(words)) return true;
  // '5년째 하고 있는데요'
  if (
    /\d+년(?:째|차|동안)?$/u.test(words.find(({ text }) => /\d/.test(text))?.text ?? '') &&
    /(?:는데|한데|했는데)요?$/u.test(last.text)
  )
    return true;
  if (words.length <= 2 && /[가-힣]네요$/u.test(last.text)) return true;
  return words.length > 1 && (meansTo(last, words) || saysToOne(last));
}

function isPerson({ morphemes }: Eojeol): boolean {
  const copula = morphemes.findLastIndex(({ tag }) => tag === 'VCP');
  if (copula < 1) return false;
  const name = morphemes
    .slice(0, copula)
    .map(({ text }) => text)
    .join('');
  return PERSON.test(name);
}

/** 제가, 저는, 저도: a shop speaks to its customers as 저희. */
const speaksOfSelf = ({ text }: Eojeol): boolean =>
  /^(?:제가|저는|저도|나는|내가|저희가\s?이번)$/u.test(text);

/** What somebody means to do: 광고하려고 해요, 이벤트 하려고요. */
const meansTo = ({ text, morphemes }: Eojeol, words: readonly Eojeol[]): boolean =>
  /(?:려고요?|려구요?|려는데요?|려고\S{0,3}|싶어요|싶습니다|싶은데요?)$/u.test(text) ||
  (/^(?:해요|합니다|하는데요?|좋겠\S{1,3})$/u.test(text) &&
    /[았었셨]으면$/u.test(words.at(-2)?.text ?? '')) ||
  (/^(?:해요|합니다|하는데요?|했어요)$/u.test(text) && /려[고구]$/u.test(words.at(-2)?.text ?? '')) ||
  morphemes.some(({ text: ending, tag }) => tag === 'EC' && /^려[고구]$/u.test(ending));

/** Said to one who listens, and to no public: what is feared, heard, not known, or why. */
const saysToOne = ({ text, morphemes }: Eojeol): boolean =>
  /(?:까봐요?|맡길게요|맡기겠\S{1,3}|더라구요|더라고요|모르겠\S{0,4}|몰라요|[아어해라셔]서요|걱정이\S{1,4}|고민이\S{1,4}|연락드\S{1,4}|문의드\S{1,4}|의뢰드\S{1,4}|맡기려\S{1,4})$/u.test(
    text,
  ) || morphemes.some(({ text: ending, tag }) => tag === 'EF' && /^더라[구고]$/u.test(ending));

/** Where it is to be shown: '가게 홍보용으로 쓸 건데', '인스타에 올릴 거예요'. */
const isForShowing = (words: readonly Eojeol[]): boolean =>
  words.some(({ text }) => /^(?:쓸|올릴|붙일|걸|보낼|뿌릴|돌릴|인쇄할|사용할|게시할)$/u.test(text)) &&
  /^(?:거|건|겁|예정)/u.test(words.at(-1)?.text ?? '');

/** How many and of which shape: '정사각형으로 하나', '하나만요'. */
const isOfPictures = (words: readonly Eojeol[]): boolean =>
  /^(?:하나|둘|한|두)/u.test(words.at(-1)?.text ?? '') &&
  words.every(({ text }) =>
    /^(?:하나|둘|한|두|장|개|컷|일단|우선|그리고)(?:씩)?(?:만)?(?:이?요)?$|(?:형|용|세로|가로|피드|스토리)(?:으로|로)$/u.test(
      text,
    ),
  );

/** How the speaker's business goes: 회원이 별로 없어요, 매출이 줄었어요. */
const lacksCustomers = (words: readonly Eojeol[]): boolean =>
  words.some(({ text }) =>
    /^(?:손님|고객|회원|매출|장사|매상|환자|수강생|학생|주문)\S{0,2}[이가은는도]$/u.test(text),
  ) &&
  (words.at(-1)?.morphemes ?? []).some(
    ({ text, tag }) => /^V[VA]$/.test(tag) && /^(?:없|줄|적|떨어지|뜸하|힘들|안되)/u.test(text),
  );

/** Only how it is to be, with how far: '촌스러워도 되니까 크게크게', '좀 더 화사하게'. */
const isTooMuchSo = (words: readonly Eojeol[]): boolean =>
  words.length > 1 &&
  /게(?:요|만요)?$/u.test(words.at(-1)?.text ?? '') &&
  words.some(({ text }) => /^(?:좀|너무|최대한|약간|더|근데|되니까|되도록|그냥|살짝)$/u.test(text)) &&
  words.every(
    ({ text, morphemes }) =>
      /(?:게|게요|니까|도|고)$/u.test(text) ||
      morphemes.every(({ tag }) => /^(?:MA|V|E|J|XSA|XR|IC)/.test(tag)),
  );

/** Talk that no shop's own ad is in: somebody tells of himself, asks how it is done, or does not know. */
export const isPlainTalk = (words: readonly Eojeol[]): boolean =>
  isOwnerTalk(words) &&
  (words.some(speaksOfSelf) ||
    words.some(({ text }) => /^(?:광고|홍보|디자인|고민이|걱정이|모르겠|어필)/u.test(text)) ||
    /^(?:보셨|봤|보았|알았|아셨)으면$/u.test(words.at(-2)?.text ?? '') ||
    ASKS.test(words.at(-1)?.text ?? ''));
