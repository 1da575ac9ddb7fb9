import fc, { type Arbitrary } from 'fast-check';

/** What a part of a request is to the ad: told whole, asked of the designer, or only felt. */
type PartRole = 'told' | 'wish' | 'mood';

export interface Part {
  readonly role: PartRole;
  readonly text: string;
  /** Stretches of the text of which no half may be printed; the text itself where absent. */
  readonly whole?: readonly string[];
}

export interface RandomRequest {
  readonly text: string;
  readonly parts: readonly Part[];
}

const told = (text: string, whole?: readonly string[]): Part =>
  whole === undefined ? { role: 'told', text } : { role: 'told', text, whole };

const HANGUL = fc.constantFrom(
  ...'가나다라마바사아자차카타파하거너더러버서저초코토포호구누두루무부수주추쿠투푸후기니디리미비시지치키티피히강남달람방산장청한감님봄숲별',
);
/** A name of no meaning, which ends in no particle: '피자가' is of a pizza. */
const hangulWord = (min: number, max: number): Arbitrary<string> =>
  fc
    .array(HANGUL, { minLength: min, maxLength: max })
    .map((letters) => letters.join(''))
    .filter((word) => !/[가나도로서이]$/u.test(word));

const BRAND = fc
  .array(fc.constantFrom('vel', 'mo', 'ra', 'ki', 'zen', 'tu', 'lor', 'pa'), { minLength: 2, maxLength: 3 })
  .map((parts) => parts.join('').replace(/^./, (first) => first.toUpperCase()));

const KNOWN = fc.constantFrom(
  '딸기라떼',
  '꽃다발',
  '운동화',
  '우쿨렐레',
  '등산 배낭',
  '소금빵',
  '김치만두',
  '젤네일',
  '자전거',
  '수제 비누',
);
const KNOWN_ENGLISH = fc.constantFrom(
  'strawberry latte',
  'running shoes',
  'guitar lessons',
  'oysters',
  'house cleaning',
);

const product = fc
  .oneof(
    KNOWN,
    hangulWord(3, 5),
    fc.tuple(BRAND, KNOWN).map((words) => words.join(' ')),
    BRAND,
  )
  .map((name) => told(name));
const englishProduct = fc
  .oneof(
    KNOWN_ENGLISH,
    fc.tuple(BRAND, KNOWN_ENGLISH).map((words) => words.join(' ')),
  )
  .map((name) => told(name));

const WON = fc.integer({ min: 5, max: 990 }).map((hundreds) => (hundreds * 100).toLocaleString('en-US'));
const COUNT = fc.integer({ min: 2, max: 9 });
const PERCENT = fc.constantFrom(5, 10, 15, 20, 30, 50, 70);
const HOUR = fc.integer({ min: 6, max: 11 });
const DAY = fc.constantFrom('월', '화', '수', '목', '금', '토', '일');
const DATE = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));

const price = fc.oneof(
  WON.map((won) => told(`${won}원`)),
  fc.tuple(fc.integer({ min: 1, max: 30 }), COUNT).map(([man, cheon]) => told(`${man}만 ${cheon}천원`)),
  WON.map((won) => told(`1인 ${won}원`)),
  WON.map((won) => told(`1kg당 ${won}원`)),
  WON.map((won) => told(`${won}원부터`)),
  DAY.chain((day) => WON.map((won) => told(`${day}요일 ${won}원`))),
  WON.map((won) => told(`이번주만 ${won}원`)),
  WON.map((won) => told(`L만 ${won}원`)),
  fc.tuple(WON, WON).map(([old, now]) => told(`~~${old}원~~ ${now}원`, [`${old}원`, `${now}원`])),
  fc.tuple(WON, WON).map(([old, now]) => told(`${old}원 → ${now}원`, [`${old}원`, `${now}원`])),
);

const offer = fc.oneof(
  PERCENT.map((percent) => told(`${percent}% 할인`)),
  PERCENT.map((percent) => told(`첫 방문 ${percent}% 할인`)),
  PERCENT.map((percent) => told(`주말 제외 ${percent}% 할인`, [`${percent}% 할인`, '주말 제외'])),
  COUNT.map((count) => told(`${count}개 사면 1개 무료`)),
  COUNT.map((count) => told(`선착순 ${count}0명 쿠키 증정`, ['쿠키 증정', `선착순 ${count}0명`])),
);

const bound = fc.constantFrom(
  '주말 제외',
  '쿠폰 사용 불가',
  '다른 할인과 중복 불가',
  '현금 결제 시',
  '제주 제외 무료배송',
  '배달은 안 합니다',
  '포장은 안 돼요',
  '쿠키는 무료 아닙니다',
  '교환 환불 안됩니다',
  '평일만 가능',
  '1인 1개 한정',
  '3만원 이상 구매 시 무료배송',
  '리필은 되지 않습니다',
  '미성년자 출입 금지',
  '의자 미포함',
  '주차 불가',
  '노키즈존',
  '재료 소진 시 마감',
  '재료 떨어지면 일찍 닫아요',
  '남성은 받지 않습니다',
  '세탁기 돌리면 안돼요',
  '파손 시 실비 청구',
  '수도권 외 배송비 문의',
  '렌즈만 교체는 안합니다',
  '만져보지 마세요',
  '시공은 수도권만 가능',
  '엘베 없으면 추가금',
  '보증금 5천원 별도',
  '예약 필수',
);
const condition = fc.oneof(
  bound.map((text) => told(text)),
  bound.map((text) => told(`(${text})`, [text])),
);

const schedule = fc.oneof(
  DAY.map((day) => told(`${day}요일 휴무`)),
  DAY.map((day) => told(`매주 ${day}요일은 쉽니다`)),
  DAY.map((day) => told(`둘째 넷째 ${day}욜 휴무`)),
  DAY.map((day) => told(`매월 첫 ${day}요일 휴무`)),
  HOUR.map((hour) => told(`${hour}시~떨어질 때까지`)),
  HOUR.map((hour) => told(`영업시간 ${hour}:00~20:30`)),
  HOUR.map((hour) => told(`오전 ${hour}시부터 오후 8시까지`)),
  DATE.map(([month, day]) => told(`${month}월 ${day}일까지`)),
  DATE.map(([month, day]) => told(`${month}/${day} 하루만`)),
  fc
    .constantFrom('브레이크타임 15:00~17:00', '라스트오더 20:30', '임시휴무 12월 3일', '연중무휴')
    .map((text) => told(text)),
);

const place = fc
  .constantFrom('서울 마포구 양화로 12 3층', '부산역 2번 출구 앞', '성남시 분당구 정자일로 45 1층 102호')
  .map((text) => told(text));

const contact = fc.oneof(
  fc
    .constantFrom(
      '02-123-4567',
      '010 9876 5432',
      '문의 02)345-6789',
      '0507-1333-0178',
      '카톡 @shop12',
      '1588-0000',
    )
    .map((text) => told(text)),
  fc.constant(told('https://example.com/shop?utm_source=dm', ['example.com/shop'])),
);

const wish: Arbitrary<Part> = fc
  .constantFrom(
    '만들어 주세요',
    '글씨는 파란색으로',
    '1080x1080',
    '배경은 노란색으로',
    '세로로 만들어줘',
    '인스타 스토리용',
  )
  .map((text) => ({ role: 'wish', text }));
const mood: Arbitrary<Part> = fc
  .constantFrom('따뜻한 느낌으로', '고급스러운 분위기', '밝고 신나는 느낌')
  .map((text) => ({ role: 'mood', text }));

const englishPrice = fc.integer({ min: 3, max: 300 }).map((dollars) => told(`$${dollars}`));
const englishOffer = PERCENT.map((percent) => told(`${percent}% off`));
const englishTerms = fc
  .constantFrom(
    'weekends only',
    'no refunds',
    'not available on Sundays',
    'closed Mondays',
    'cash only',
    'except holidays',
    'until Dec 24',
    'call 555-0142',
    '2nd floor, 45 Elm Street',
    'kids under 5 free with a parent',
    'Mon-Fri 10am-7pm',
    'batteries not included',
  )
  .map((text) => told(text));

const SEPARATOR = fc.constantFrom(', ', ', ', ' / ', '\n', '\n', '. ', ' ', ' | ', ' - ', ' 🎉 ');

/** The named one among one to six of the others, no kind of which comes twice. */
function requestOf(first: Arbitrary<Part>, kinds: readonly Arbitrary<Part>[]): Arbitrary<RandomRequest> {
  return fc
    .record({
      first,
      others: fc
        .tuple(...kinds)
        .chain((each) =>
          fc.shuffledSubarray([...each], { minLength: 1, maxLength: Math.min(6, each.length) }),
        ),
      at: fc.nat(6),
      separators: fc.array(SEPARATOR, { minLength: 7, maxLength: 7 }),
    })
    .map(({ first: named, others, at, separators }) => {
      const place = Math.min(at, others.length);
      const parts = [...others.slice(0, place), named, ...others.slice(place)].filter(
        ({ text }, index, all) => all.findIndex((other) => other.text === text) === index,
      );
      const text = parts
        .map((part, index) => (index === 0 ? part.text : `${separators[index]}${part.text}`))
        .join('');
      return { text, parts };
    });
}

/** Requests from parts that owners write, in any order, parted by anything; one in five is English. */
export const randomRequest: Arbitrary<RandomRequest> = fc.oneof(
  {
    weight: 4,
    arbitrary: requestOf(product, [price, offer, condition, condition, schedule, place, contact, wish, mood]),
  },
  {
    weight: 1,
    arbitrary: requestOf(englishProduct, [englishPrice, englishOffer, ...Array(3).fill(englishTerms)]),
  },
);
