import { describe, expect, it } from 'vitest';
import { foundOf, lostOf } from '../told.ts';

/** A brief to a designer, what of it is told, and what never is. */
const BRIEFS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'Please create a square Instagram post for our bakery. New rye loaf $7, baked on Fridays only. Tone: warm and honest. Audience: locals who love bread.',
    ['rye loaf', '$7', 'baked on Fridays only'],
    ['Instagram', 'Tone', 'honest', 'Audience', 'locals', 'square'],
  ],
  [
    'I need a flyer for my dog grooming salon promoting a full groom for $45, small dogs only. Use soft pastel colours and a cute style.',
    ['full groom', '$45', 'small dogs only'],
    ['flyer', 'pastel', 'cute', 'I need'],
  ],
  [
    'Design a 1080x1920 story about our rooftop bar opening on June 3. Make it dark and moody. No people.',
    ['opening', 'June 3'],
    ['1080', 'story', 'moody', 'people', 'Design'],
  ],
  [
    'Can you make a poster announcing that the library cafe is closed on Mondays? Keep it simple.',
    ['closed on Mondays'],
    ['poster', 'simple', 'announcing', 'Can you'],
  ],
  [
    'We want an ad for the spring sale: rain boots up to 40% off until April 10, outlet excluded. Background: light blue.',
    ['rain boots', 'up to 40% off', 'until April 10', 'outlet excluded'],
    ['Background', 'light blue', 'We want'],
  ],
  [
    'Generate a vertical banner, target audience young parents, for baby swim classes, 8 lessons for $120',
    ['baby swim classes', '8 lessons for $120'],
    ['vertical', 'target', 'young parents', 'banner'],
  ],
  [
    'Create an eye-catching ad showing our mango bingsu for $9. Put the logo bottom left. The purpose is to get students to visit after school.',
    ['mango bingsu', '$9'],
    ['eye-catching', 'logo', 'purpose', 'students', 'Create'],
  ],
  [
    'Make a Facebook ad for a plumber. Emphasize that there is no call-out fee and that we work 24/7. Phone 555-0188.',
    ['no call-out fee', '24/7', '555-0188'],
    ['Facebook', 'Emphasize', 'Make'],
  ],
  [
    'Poster for our wine shop: natural wines, buy 3 get 1 free, members only. White letters on a dark green background.',
    ['natural wines', 'buy 3 get 1 free', 'members only'],
    ['Poster', 'White letters', 'green'],
  ],
  [
    'The headline should say "Two wheels, one price". Bike service $39, book by phone 555-0121. Style: retro.',
    ['Bike service', '$39', 'book by phone 555-0121'],
    ['headline', 'Style', 'retro'],
  ],
  [
    'Looking for a banner for our laundry, highlight free pick-up within 3 km, shirts $2 each. Goal: attract office workers.',
    ['free pick-up within 3 km', 'shirts $2 each'],
    ['Looking', 'banner', 'Goal', 'attract', 'office'],
  ],
  [
    "Create a minimalist ad for a lawyer's office. First consultation free, evenings by appointment only. Avoid red.",
    ['First consultation free', 'evenings by appointment only'],
    ['minimalist', 'Create'],
  ],
  [
    'We need an image for our tteokbokki truck. Mention that we are at Mapo Station Exit 2 until 10 pm. Bright colours please.',
    ['Mapo Station Exit 2', 'until 10 pm'],
    ['image', 'Mention', 'Bright colours'],
  ],
  [
    'Draw a picture of our strawberry cake $32, pre-order 2 days ahead, in watercolor style',
    ['strawberry cake', '$32', 'pre-order 2 days ahead'],
    ['Draw', 'picture', 'watercolor'],
  ],
  [
    'Design a leaflet aimed at seniors: hearing test free on weekdays, hearing aids from $300',
    ['hearing test', 'free on weekdays', 'hearing aids', 'from $300'],
    ['leaflet', 'aimed', 'seniors'],
  ],
  [
    'Make it bold and sporty. CrossFit 3 months $270, first week free, no contract',
    ['CrossFit', '$270', 'first week free', 'no contract'],
    ['bold', 'sporty'],
  ],
  [
    'Promo image please: lobster roll $21, Thursdays only',
    ['lobster roll', '$21', 'Thursdays only'],
    ['Promo', 'please'],
  ],
  [
    'Tone of voice: playful. Colors: pink and white. Product: macaron box of 12 for $24, gift wrap not included',
    ['macaron box', '$24', 'gift wrap not included'],
    ['Tone', 'playful', 'Colors', 'pink'],
  ],
  [
    'Create a banner, 728x90, for tyre change week: 4 tyres $40, SUVs excluded. Font should be big and clear.',
    ['4 tyres $40', 'SUVs excluded'],
    ['728', 'banner', 'Font', 'clear'],
  ],
  [
    '카페 신메뉴 쑥라떼 광고 만들어줘. 따뜻한 느낌으로, 6,300원, 테이크아웃 500원 할인',
    ['쑥라떼', '6,300원', '테이크아웃 500원 할인'],
    ['광고', '만들어', '느낌'],
  ],
  [
    '헬스장 포스터 제작 부탁드립니다. 3개월 19만 9천원, 락커 무료, 운동복 별도. 강렬한 빨간색으로 해주세요',
    ['3개월 19만 9천원', '락커 무료', '운동복 별도'],
    ['포스터', '제작', '부탁', '빨간색', '강렬'],
  ],
  [
    '필라테스 배너 디자인해 주세요. 타겟은 30대 여성, 체험 1회 2만원 강조해 주세요',
    ['체험 1회 2만원'],
    ['배너', '디자인', '타겟', '30대', '강조'],
  ],
  [
    '안녕하세요, 동네 세탁소 홍보 이미지 부탁드려요. 와이셔츠 2,500원, 당일 완성은 오전 접수만 가능',
    ['와이셔츠', '2,500원', '당일 완성은 오전 접수만 가능'],
    ['안녕', '홍보', '이미지', '부탁'],
  ],
  [
    '수제버거집 인스타 피드용 이미지 만들어 주세요. 더블치즈버거 9,900원, 배달 불가',
    ['더블치즈버거', '9,900원', '배달 불가'],
    ['인스타', '피드', '이미지', '만들어'],
  ],
  [
    '가로 배너로 만들어 주세요. 캠핑장 평일 1박 5만원, 반려견 동반 불가',
    ['평일 1박 5만원', '반려견 동반 불가'],
    ['가로', '배너', '만들어'],
  ],
  [
    '꽃집 어버이날 카네이션 2만원부터, 분홍색 배경에 밝은 분위기로 부탁해요',
    ['카네이션', '2만원부터'],
    ['분홍색', '분위기', '부탁'],
  ],
  [
    '전단지 하나 만들고 싶어요. 수학학원 중등반 개강 3월 4일, 정원 8명',
    ['중등반', '개강', '3월 4일', '정원 8명'],
    ['전단지', '만들고'],
  ],
  [
    '세로 포스터로, 떡집 추석 송편 1kg 18,000원 9월 20일까지 예약, 글씨는 크게 써주세요',
    ['송편', '1kg 18,000원', '9월 20일까지 예약'],
    ['세로', '포스터', '글씨', '크게', '써'],
  ],
  [
    '미용실 오픈 홍보물 제작해주세요. 커트 1만원, 첫 방문만. 분위기는 고급스럽게, 로고는 왼쪽 아래',
    ['커트', '1만원', '첫 방문만'],
    ['홍보물', '제작', '분위기', '고급', '로고', '왼쪽'],
  ],
  [
    '목적은 신규 회원 모집, 수영장 새벽반 월 9만원, 주말 제외',
    ['새벽반', '월 9만원', '주말 제외'],
    ['목적', '신규 회원'],
  ],
  [
    '유튜브 썸네일용으로 만들어줘. 족발집 앞다리 3만원, 포장 2천원 할인',
    ['앞다리', '3만원', '포장 2천원 할인'],
    ['유튜브', '썸네일', '만들어'],
  ],
  [
    '색상은 초록색 위주로, 샐러드 가게 정기배송 주 5회 4만 5천원, 월요일 휴무',
    ['정기배송', '주 5회 4만 5천원', '월요일 휴무'],
    ['색상', '초록', '위주'],
  ],
  [
    '고깃집 삼겹살 1인분 14,000원 2인 이상 주문 광고 이미지 하나 부탁합니다',
    ['삼겹살', '1인분 14,000원', '2인 이상 주문'],
    ['광고', '이미지', '부탁'],
  ],
  [
    '주말 브런치 뷔페 포스터: 성인 25,000원, 음료 별도, 11시~15시',
    ['브런치 뷔페', '성인 25,000원', '음료 별도', '11시~15시'],
    ['포스터'],
  ],
  [
    '타깃: 대학생. 톤: 유쾌하게. 코인노래방 1시간 5천원, 평일 낮만',
    ['1시간 5천원', '평일'],
    ['타깃', '대학생', '유쾌', '톤'],
  ],
  [
    '배경은 하늘색, 글씨는 흰색으로 제습기 대여 1주일 3만원, 보증금 5만원 별도',
    ['제습기 대여', '1주일 3만원', '보증금 5만원 별도'],
    ['배경', '하늘색', '글씨', '흰색'],
  ],
  [
    '인스타 릴스 표지로 쓸 거예요. 타로카페 궁합 2만원, 예약제',
    ['궁합', '2만원', '예약제'],
    ['릴스', '표지', '쓸 거'],
  ],
  [
    '이삿짐센터 홍보해 주세요. 원룸 이사 15만원부터, 엘리베이터 없는 건물은 추가 비용',
    ['원룸 이사', '15만원부터', '엘리베이터 없는 건물은 추가 비용'],
    ['홍보'],
  ],
  [
    '심플하고 깔끔하게 만들어 주세요. 안경원 다초점렌즈 30% 할인',
    ['다초점렌즈', '30% 할인'],
    ['심플', '깔끔', '만들어'],
  ],
  [
    '동물병원 스케일링 8만원 포스터 만들어 줄 수 있나요? 마취 전 검사비 별도',
    ['스케일링', '8만원', '마취 전 검사비 별도'],
    ['포스터', '만들어'],
  ],
];

describe('a brief to a designer', () => {
  it.each(BRIEFS)('“%s” tells its facts and not its wishes', (text, told, never) => {
    expect(lostOf(text, told)).toEqual([]);
    expect(foundOf(text, never)).toEqual([]);
  });
});

describe('what is sold is no wish', () => {
  it.each([
    ['현수막 제작 3만원 당일 출고', ['현수막 제작', '3만원']],
    ['포스터 인쇄 100장 5만원', ['포스터 인쇄', '100장 5만원']],
    ['사진관 증명사진 2만원, 전화 주세요 02-555-0133', ['증명사진', '02-555-0133']],
    ['이미지 컨설팅 1회 9만원', ['이미지 컨설팅', '9만원']],
    ['리뷰 남겨 주세요, 커피 쿠폰 증정', ['리뷰 남겨', '커피 쿠폰 증정']],
    ['1:1 필라테스 체험 3만원', ['1:1', '체험 3만원']],
    ['침대 매트리스 1500x2000 29만원', ['1500x2000', '29만원']],
    ['Poster printing, 100 sheets $40', ['Poster printing', '100 sheets $40']],
    ['Business cards, 200 for $15, same-day design', ['Business cards', '200 for $15', 'same-day design']],
    ['Show this ad and get a free coffee', ['Show this ad and get a free coffee']],
    ['Rug 200x300 cm $149', ['200x300 cm', '$149']],
    ['Signs and banners made to order, $5 per foot', ['banners made to order', '$5 per foot']],
  ])('“%s”', (text, told) => {
    expect(lostOf(text, told)).toEqual([]);
  });
});
