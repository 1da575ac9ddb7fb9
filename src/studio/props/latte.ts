import { beans } from './beans.ts';
import { defineProp } from './define-prop.ts';
import { icedGlass, MILK } from './iced-glass.ts';
import type { Prop, PropPlacement } from './prop.ts';

/** Iced latte: milk below, espresso sinking into it, beans about the glass. */
export const latte = defineProp({
  name: 'latte',
  standsFor: {
    ko: '라떼 라테 아이스라떼 크림라떼 연유라떼 돌체라떼 바닐라라떼 헤이즐넛라떼 캐러멜마키아토 카라멜마끼아또 캐러멜마끼아또 토피넛라떼 밤라떼 고구마라떼 곡물라떼 미숫가루 밀크티 로얄밀크티 얼그레이라떼 흑당라떼 버블티 흑당버블티 달고나라떼 초코라떼 초콜릿라떼 아인슈페너 비엔나커피 흑임자라떼 단호박라떼 아이스초코 초코우유 ~라떼 ~라테 ~밀크티',
    en: 'chai latte, boba, boba tea',
  },
  make,
});

function make(place: PropPlacement): Prop {
  const glass = icedGlass(place, {
    stops: [MILK, [0.93, 0.03, 82], [0.8, 0.07, 70], [0.6, 0.09, 58], [0.42, 0.08, 50], [0.36, 0.07, 48]],
    border: 0.55 + 0.08 * place.random(),
    spread: 0.42,
    threads: 0.35,
    top: [0.42, 0.075, 52],
    foam: [0.74, 0.07, 68],
  });
  const strewn = beans(place.x, place.y, place.z, 1, 2.2, 11, place.random);
  return { ...glass, solids: [...glass.solids, strewn] };
}
