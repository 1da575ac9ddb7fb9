import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../src/app/config/project-root.ts';

/** An ad that the judge has made in every family. */
export interface JudgedRequest {
  readonly text: string;
  /** File of the photo that comes with it; absent = it never has one. */
  readonly photo?: string;
  readonly shopName?: string;
  /** What its QR code says; absent = none is asked for. */
  readonly qr?: string;
}

const SAMPLES = join(PROJECT_ROOT, 'samples');

/** Photos of products; they lie beside the project and are no part of it. */
const SHARED = join(PROJECT_ROOT, '..', 'shared', 'photos');

const STAND_INS = ['soboro-bread.jpg', 'strawberry-latte.jpg', 'hand-cream.jpg'];

const sample = (name: string): string => join(SAMPLES, name);

let standIns = 0;

/** A shared photo, or one of the product's own where there is none. */
function shared(path: string): string {
  const file = join(SHARED, path);
  return existsSync(file) ? file : sample(STAND_INS[standIns++ % STAND_INS.length] ?? '');
}

/** Twenty shops of unlike families of trades, occasions and amounts of text, in both languages. */
export const REQUESTS: readonly JudgedRequest[] = [
  {
    text: '카페 겨울 한정 딸기라떼 6,500원 테이크아웃 500원 할인 성수역 3번 출구 앞',
    photo: sample('strawberry-latte.jpg'),
  },
  {
    text: 'Hiking boots winter sale, 30% off all boots until December 31. 12 Main Street, call 555-0142',
    photo: shared('products/eshop-1.webp'),
    qr: 'https://boots.example/winter-sale',
  },
  {
    text: '동네 빵집 갓 구운 소보로빵 2,500원 매일 아침 8시 오븐에서 바로',
    photo: sample('soboro-bread.jpg'),
    shopName: '오후의 오븐',
  },
  {
    text: '반찬가게 오늘의 반찬 무생채 3,000원 멸치볶음 4,000원 계란말이 4,500원 연근조림 4,000원 오후 7시까지',
  },
  {
    text: 'Grand opening of Northside Running on 6 December, 10 a.m. The first 50 customers get free socks',
    photo: shared('products/eshop-19.webp'),
    shopName: 'Northside Running',
  },
  {
    text: '화장품 가게 라벤더 핸드크림 새로 나왔어요 19,800원 두 개 사면 30% 할인 12월 31일까지',
    photo: sample('hand-cream.jpg'),
    qr: 'https://shop.example/hand-cream',
  },
  {
    text: '클라이밍장 회원 모집 첫 달 50% 초보 강습 주 2회 저녁 10시까지 상담 02-555-0142',
    photo: shared('products/eshop-31.webp'),
  },
  {
    text: 'Slow coffee at Maple Corner, open from 7 a.m., free refill before noon',
    photo: shared('products/coffee.png'),
    shopName: 'Maple Corner',
  },
  {
    text: '안경점 선글라스 전 품목 ~~120,000원~~ 79,000원 시력검사 무료 예약 02-555-0188',
    photo: shared('cutouts/saleor-sunnies.png'),
  },
  {
    text: '스키 대여점 보드 세트 25,000원 스키 세트 20,000원 의류 10,000원 고글 5,000원 오전 8시~밤 10시',
    photo: shared('products/eshop-82.webp'),
    qr: '010-0000-0142',
  },
  {
    text: 'Personalised mugs for Christmas, $18 each, order by December 15',
    photo: shared('cutouts/saleor-mighty-mug.png'),
  },
  {
    text: '캠핑장 가을 예약 시작 평일 1박 60,000원 반려견 동반 가능 예약 010-0000-0142',
    photo: shared('products/eshop-77.webp'),
  },
  {
    text: '자전거 가게 어린이 헬멧 입고 39,000원부터 무료 피팅 합정역 2번 출구',
    photo: shared('products/eshop-10.webp'),
  },
  { text: '국수집 주방 직원 모집 시급 12,000원 주 5일 식사 제공 지원 문자 010-0000-0155' },
  {
    text: 'Lighting shop closing down: every lamp half price, Friday to Sunday, 24 Canal Road',
    photo: shared('products/lamp.jpg'),
  },
  {
    text: '가방 전문점 여행용 배낭 1+1 이번 주말만 매장 방문 고객 한정',
    photo: shared('products/eshop-24.webp'),
  },
  {
    text: '과일가게 당일 착즙 사과주스 한 병 4,900원 5병 묶음 22,000원',
    photo: shared('cutouts/saleor-apple-drink.png'),
    shopName: '아침과일',
  },
  {
    text: '책방 오후 독서 모임 모집 매주 목요일 저녁 8시 정원 12명 참가비 1만원 신청은 문자 010-0000-0142',
    photo: shared('products/eshop-85.webp'),
    qr: 'https://bookshop.example/reading-club?from=poster',
  },
  {
    text: 'Vintage jackets just in! Every piece $59, Friday to Sunday',
    photo: shared('products/eshop-68.webp'),
  },
  {
    text: '구두 수선집 등산화 밑창 갈이 25,000원 3일 완성 택배 접수 가능 02-555-0177',
    photo: shared('products/eshop-101.webp'),
  },
];
