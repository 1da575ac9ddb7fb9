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
    '카페 흑임자라떼 5,800원 인스타 스토리용 9:16 파란 글씨로 만들어줘, 고양이 그림도 넣어주세요',
    ['흑임자라떼', '5,800원'],
    ['9:16', '글씨', '고양이', '넣어'],
  ],
  [
    '포스터 말고 배너로 부탁드려요. 김밥 한 줄 3,000원 라면 추가 2,500원',
    ['김밥', '3,000원', '라면 추가 2,500원'],
    ['포스터', '배너', '말고'],
  ],
  [
    '책방 작가 사인회 6월 3일, 배경에 책장 그림을 넣어 주세요',
    ['사인회', '6월 3일'],
    ['배경', '책장', '넣어'],
  ],
  ['사진관 증명사진 2만원, 신청서에 사진을 넣어 주세요', ['신청서에 사진을 넣어 주세요'], []],
  ['서점 퀴즈의 밤 9:16 입장 시작, 포스터 증정', ['9:16 입장 시작', '포스터 증정'], []],
  ['Sports bar, quiz every Friday, 3:2 odds, poster on the door', ['3:2 odds'], []],
  [
    'bakery focaccia $6, make it 4:5 with blue letters, put a cat in the picture please',
    ['focaccia', '$6'],
    ['4:5', 'letters', 'cat', 'please'],
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
  [
    'Create an Instagram ad for a vegan bakery. Promote our gluten-free brownies, 4 for $10, Saturdays only. Use earthy tones and a friendly tone of voice.',
    ['gluten-free brownies', '4 for $10', 'Saturdays only'],
    ['Instagram', 'earthy', 'friendly', 'Promote'],
  ],
  [
    'Design a 160x600 skyscraper banner for an online bookstore advertising used textbooks from $5. Include the URL www.pagewise.example. Target: university students.',
    ['used textbooks', 'from $5', 'www.pagewise.example'],
    ['160x600', 'skyscraper', 'Target', 'university'],
  ],
  [
    'Make an ad for our car repair shop. Stress that brake checks are free until the end of March. We are at 8 Harbor Road. Keep the design clean and blue.',
    ['brake checks are free until the end of March', '8 Harbor Road'],
    ['Stress', 'clean and blue', 'Make'],
  ],
  [
    'Poster: summer reading club for children aged 6 to 10, every Wednesday at 4 pm, no registration needed. Playful look.',
    ['summer reading club', 'every Wednesday at 4 pm', 'no registration needed'],
    ['Poster', 'Playful look'],
  ],
  [
    'We run a small ice cream stand and want to announce that we are closed from Monday to Wednesday. Make it cheerful.',
    ['closed from Monday to Wednesday'],
    ['cheerful', 'announce'],
  ],
  [
    'An ad that shows our handmade leather wallets, engraving included, $48. Mood: rustic. Audience: men in their thirties.',
    ['handmade leather wallets', 'engraving included', '$48'],
    ['Mood', 'rustic', 'Audience', 'thirties'],
  ],
  [
    'Create a web banner (970x250) for a travel agency: Jeju 3 days 2 nights $299, flights not included, book by October 15.',
    ['Jeju 3 days 2 nights', '$299', 'flights not included', 'book by October 15'],
    ['970x250', 'banner'],
  ],
  [
    'Please design something for our nail bar. Gel manicure $30, first visit only, call 555-0166. Pink and gold, elegant font, logo in the centre.',
    ['Gel manicure', '$30', 'first visit only', 'call 555-0166'],
    ['Pink and gold', 'elegant font', 'logo'],
  ],
  [
    'Advertise our new delivery service for groceries: free above $50, within 2 hours, not on Sundays. Goal is to win back old customers.',
    ['free above $50', 'within 2 hours', 'not on Sundays'],
    ['Goal', 'win back', 'Advertise'],
  ],
  [
    'I want a flyer about our chess club. Beginners welcome, Tuesdays 7 pm, room 12, free. Style should be minimalist, black and white.',
    ['chess club', 'Beginners welcome', 'Tuesdays 7 pm', 'room 12'],
    ['flyer', 'minimalist', 'black and white'],
  ],
  [
    'Show a cosy room and highlight our wool blankets, 2 for $70, machine washable. No text in caps.',
    ['wool blankets', '2 for $70', 'machine washable'],
    ['highlight', 'cosy room'],
  ],
  [
    'Create a banner for a pharmacy reminding people that flu shots are available without appointment from October 1',
    ['flu shots are available without appointment from October 1'],
    ['banner', 'reminding'],
  ],
  [
    'Draft a Facebook post for a barbershop. Beard trim $15 on Tuesdays, students 10% off. It should feel retro.',
    ['Beard trim', '$15', 'on Tuesdays', 'students 10% off'],
    ['Draft', 'Facebook', 'retro'],
  ],
  [
    'Make a picture for our farm shop: apples 5 kg for $12, pick your own on weekends, dogs must be on a leash. Aspect ratio 4:5.',
    ['apples', '5 kg for $12', 'pick your own on weekends', 'dogs must be on a leash'],
    ['picture', 'ratio', '4:5'],
  ],
  [
    "Design an announcement for our restaurant's second branch opening at City Mall on May 5. Background should be warm orange.",
    ['second branch', 'City Mall', 'May 5'],
    ['Background', 'orange', 'announcement'],
  ],
  [
    '네일샵 광고 부탁드려요! 이달의 아트 4만 5천원, 제거 무료. 분위기는 봄 느낌, 파스텔톤이면 좋겠어요',
    ['이달의 아트', '4만 5천원', '제거 무료'],
    ['광고', '부탁', '분위기', '파스텔'],
  ],
  [
    '1080x1350 사이즈로 카페 디저트 세트 이미지 만들어 주세요, 아메리카노+케이크 8,900원, 오후 2시~5시만',
    ['8,900원', '오후 2시~5시만'],
    ['1080', '사이즈', '이미지', '만들어'],
  ],
  [
    '횟집 모둠회 대 7만원 배너요. 포장 10% 할인, 매주 화요일 정기휴무. 파란색 배경에 흰 글씨로',
    ['모둠회', '7만원', '포장 10% 할인', '매주 화요일 정기휴무'],
    ['배너', '파란색', '흰 글씨'],
  ],
  [
    '태권도장 신입생 모집 포스터 만들어주실 수 있나요? 첫 달 50% 할인, 도복 무료, 초등부 오후 3시',
    ['첫 달 50% 할인', '도복 무료', '초등부 오후 3시'],
    ['포스터', '만들어'],
  ],
  [
    '주 고객은 30~40대 주부예요. 반찬가게 정기구독 월 8만원, 일요일 배송 안 함',
    ['정기구독', '월 8만원', '배송 안 함'],
    ['주 고객', '주부'],
  ],
  [
    '미용실 펌 5만원, 염색 6만원. 젊은 층을 겨냥해서 트렌디하게 만들어주세요',
    ['펌', '5만원', '염색 6만원'],
    ['젊은 층', '트렌디', '만들어'],
  ],
  [
    '글씨 크게, 빨간색 강조해서 정육점 한우 등심 100g 9,900원 토요일 하루만 할인',
    ['한우 등심', '100g 9,900원', '토요일 하루만'],
    ['글씨 크게', '빨간색', '강조'],
  ],
  [
    '사진 느낌 말고 일러스트로 그려줘. 키즈카페 2시간 1만 2천원, 양말 필수, 보호자 음료 포함',
    ['2시간 1만 2천원', '양말 필수', '보호자 음료 포함'],
    ['사진 느낌', '일러스트', '그려'],
  ],
  [
    '인스타그램 스토리에 올릴 거예요. 베이글 가게 오전 10시 오픈, 품절 시 조기 마감',
    ['베이글', '오전 10시 오픈', '조기 마감'],
    ['인스타그램', '스토리', '올릴'],
  ],
  [
    '전단지용 이미지 부탁. 중국집 탕수육+짜장 2인 세트 23,000원, 배달은 2만원 이상',
    ['탕수육', '2인 세트', '23,000원', '배달은 2만원 이상'],
    ['전단지', '부탁'],
  ],
  [
    '고급스러운 호텔 뷔페 느낌으로, 돌잔치 대관 1인 45,000원, 50인 이상만 예약',
    ['돌잔치 대관', '1인 45,000원', '50인 이상만 예약'],
    ['고급스러운', '느낌'],
  ],
  [
    '무인카페 오픈 기념 아메리카노 1,500원, 24시간. 문구는 짧게, 여백 많이',
    ['아메리카노', '1,500원', '24시간'],
    ['문구는 짧게', '여백'],
  ],
  [
    '우리 가게 홍보할 건데요, 수제청 3병 2만원이고 택배비는 별도예요. 예쁘게 부탁드립니다',
    ['수제청', '3병 2만원', '택배비는 별도'],
    ['홍보', '예쁘게', '부탁'],
  ],
  [
    '"오늘만 반값"이라는 문구를 크게 넣어주세요. 피자집 포테이토피자 L 12,900원',
    ['오늘만 반값', '포테이토피자', '12,900원'],
    ['문구', '넣어'],
  ],
  [
    '목표는 예약 늘리기. 왁싱샵 첫 방문 브라질리언 39,000원, 미성년자 불가',
    ['39,000원', '미성년자 불가'],
    ['목표', '늘리기'],
  ],
  ['배경에 눈 내리는 거리, 붕어빵 3개 2천원, 현금만', ['붕어빵', '3개 2천원', '현금만'], ['배경', '거리']],
  [
    '여름 분위기 물씬 나게 수박주스 5천원 이미지 제작 요청드립니다. 얼음컵 별도 500원',
    ['수박주스', '5천원', '얼음컵 별도 500원'],
    ['분위기', '이미지', '요청'],
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
    ['1:1 필라테스 체험 3만원', ['1:1 필라테스 체험', '3만원']],
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
